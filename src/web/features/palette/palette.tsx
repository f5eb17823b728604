import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { Modal } from '../../ui/modal.tsx'
import { type Entry, findEntries, mostOfAKind, mostPoints } from './entry.ts'
import { EntryRow } from './entry-row.tsx'
import styles from './palette.module.css'

interface PaletteProps {
  /** Also told to who provides the entries: some are looked up. */
  typed: string
  onType: (typed: string) => void
  entries: readonly Entry[]
  /** Whether more may still come. */
  isPending: boolean
  /** Only the points of this device are looked for; empty for everything. */
  pointsOf: string
  onPointsOf: (isOnly: boolean) => void
  onClose: () => void
}

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
}

/** Finds a device, a point, a page, an action, a code or a command by what is typed, and goes there. It never sends. */
export function Palette({ typed, onType, entries, isPending, pointsOf, onPointsOf, onClose }: PaletteProps) {
  const { palette: text } = useText()
  const listId = useId()
  const [at, setAt] = useState(0)
  const { kinds, count } = findEntries(entries, typed, pointsOf ? mostPoints : mostOfAKind)
  const shown = kinds.flatMap(({ rows }) => rows)
  const index = Math.min(at, shown.length - 1)
  const active = shown[index]
  const idOf = ({ id }: Entry) => `${listId}-${id}`
  const activeId = active && idOf(active.entry)
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const type = (next: string) => {
    setAt(0)
    onType(next)
  }
  const choose = ({ run, leadsToPoints = false }: Entry) => {
    if (leadsToPoints) {
      run()
      type('')
      onPointsOf(true)
      return
    }
    onClose()
    // After the dialog has given the focus back: what is chosen may want it.
    requestAnimationFrame(run)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (step && shown.length > 0) {
      event.preventDefault()
      setAt(step(index, shown.length))
    } else if (event.key === 'Enter' && active && !event.repeat) {
      event.preventDefault()
      choose(active.entry)
    } else if (event.key === 'Backspace' && typed === '' && pointsOf) {
      onPointsOf(false)
    }
  }
  const label = pointsOf ? text.pointsOf(pointsOf) : text.label
  return (
    <Modal title={text.title} onClose={onClose}>
      <div className={styles.palette}>
        <FieldBox
          data-autofocus
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          icon="search"
          label={label}
          labelHidden
          placeholder={label}
          value={typed}
          onChange={({ target }) => type(target.value)}
          onKeyDown={press}
        />
        <p role="status" className="visually-hidden">
          {isPending && count === 0 ? text.looking : text.found(count)}
        </p>
        {shown.length === 0 && !isPending && (
          <Blank icon="search" title={text.noneTitle(typed.trim())}>
            {text.none}
          </Blank>
        )}
        <div id={listId} role="listbox" aria-label={text.results} className={styles.list}>
          {kinds.map(({ kind, rows }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
            <div key={kind} role="group" aria-label={text.kinds[kind]}>
              <div className={styles.kind} aria-hidden="true">
                {text.kinds[kind]}
              </div>
              {rows.map((found) => (
                <EntryRow
                  key={found.entry.id}
                  id={idOf(found.entry)}
                  found={found}
                  isActive={found === active}
                  onChoose={() => choose(found.entry)}
                />
              ))}
            </div>
          ))}
        </div>
        <p className={styles.hint}>
          <Chip icon="shield">{text.neverSends}</Chip>
          <span>{count > shown.length ? text.more(count - shown.length) : ''}</span>
        </p>
      </div>
    </Modal>
  )
}

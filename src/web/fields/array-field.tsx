import { type ClipboardEvent, useEffect, useId, useRef, useState } from 'react'
import { itemDefinition, itemTypeOf, mostElements } from '#contract/value/array.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import styles from './array-field.module.css'
import { ArrayRow, type RowPart, rowPartId } from './array-row.tsx'
import { FieldFrame } from './field-frame.tsx'
import { problemsBelow } from './field-problem.ts'
import { type FieldProps, textOfDraft } from './field-props.ts'
import { moved, pastedInto } from './list-edit.ts'
import { pastedElements } from './paste-list.ts'
import { PasteList } from './paste-list-box.tsx'

/** One row for each element (§6). */
export function ArrayField(props: FieldProps) {
  const { id, label, labelHidden, definition, draft, onChange, problems } = props
  const { rareFields } = useText()
  const announce = useAnnounce()
  const pasteId = useId()
  const [isPasting, setPasting] = useState(false)
  const nextFocus = useRef<[number, RowPart] | null>(null)
  const elements = Array.isArray(draft) ? draft.map(textOfDraft) : []
  const item = { ...definition, ...itemDefinition(definition) }
  const areTexts = itemTypeOf(definition).control === 'text'

  // Focus follows the element that was moved, so that pressing on moves it further.
  useEffect(() => {
    if (!nextFocus.current) return
    const [index, part] = nextFocus.current
    nextFocus.current = null
    const wanted = document.getElementById(rowPartId(id, index, part))
    const isUsable = wanted && !(wanted instanceof HTMLButtonElement && wanted.disabled)
    const target = isUsable ? wanted : document.getElementById(rowPartId(id, index, 'value'))
    target?.focus()
  })

  const change = (next: string[], focus: [number, RowPart] | null = null) => {
    nextFocus.current = focus
    onChange(next)
  }
  const paste = (event: ClipboardEvent, index: number) => {
    const pasted = pastedElements(event.clipboardData.getData('text/plain'), areTexts)
    if (pasted.length < 2) return
    event.preventDefault()
    announce(rareFields.pasted(pasted.length))
    change(pastedInto(elements, index, pasted))
  }

  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={problems} group>
      {elements.length === 0 && <p className={styles.none}>{rareFields.noElements}</p>}
      <ol className={styles.rows}>
        {elements.map((element, index) => (
          <ArrayRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; the texts move between the places.
            key={index}
            {...props}
            index={index}
            count={elements.length}
            item={item}
            draft={element}
            problems={problemsBelow(problems, index)}
            onChange={(text) => change(elements.with(index, textOfDraft(text)))}
            onMove={(to, part) => change(moved(elements, index, to), [to, part])}
            onRemove={() => change(elements.toSpliced(index, 1), [Math.min(index, elements.length - 2), 'remove'])}
            onPaste={(event) => paste(event, index)}
          />
        ))}
      </ol>
      <div className={styles.below}>
        <Button
          icon="add"
          aria-label={rareFields.addElement}
          disabled={elements.length >= mostElements}
          onClick={() => change([...elements, ''], [elements.length, 'value'])}
        >
          {rareFields.add}
        </Button>
        <Button
          kind="quiet"
          icon="paste"
          aria-expanded={isPasting}
          aria-controls={pasteId}
          onClick={() => setPasting(!isPasting)}
        >
          {rareFields.pasteList}
        </Button>
        <span className={`${styles.count} num`}>{rareFields.elements(elements.length, mostElements)}</span>
      </div>
      {isPasting && (
        <PasteList
          id={pasteId}
          isEmpty={elements.length === 0}
          onTake={(taken, replaces) => {
            setPasting(false)
            announce(rareFields.pasted(taken.length))
            change(replaces ? taken : [...elements, ...taken], [replaces ? 0 : elements.length, 'value'])
          }}
        />
      )}
    </FieldFrame>
  )
}

import { useId, useMemo, useState } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { namesOf } from './change-of.ts'
import { ChipFilters } from './chip-filters.tsx'
import { DeviceFilter } from './device-filter.tsx'
import styles from './history-filters.module.css'
import {
  type FilterInUrl,
  filterOf,
  isFiltered,
  localInputText,
  millisecondsText,
  withPart,
} from './operation-filter.ts'
import { PickBox } from './pick-box.tsx'
import { SearchBox } from './search-box.tsx'

interface HistoryFiltersProps {
  orgId: string
  filter: FilterInUrl
  /** What is shown: its points and people are offered. */
  operations: readonly Operation[]
  onFilter: (filter: FilterInUrl) => void
}

/** What narrows the history; every change is in the URL at once. */
export function HistoryFilters({ orgId, filter, operations, onFilter }: HistoryFiltersProps) {
  const { history: text } = useText()
  // Another filter begins with its newest.
  const change = (parts: FilterInUrl) => onFilter(withPart(filter, { at: '', ...parts }))
  const points = useMemo(
    () => new Map(operations.map((operation) => [operation.measurepointId, namesOf(operation).point])),
    [operations],
  )
  const people = useMemo(() => new Map(operations.map(({ person }) => [person, person])), [operations])
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { text: _, ...folded } = filterOf(filter, 0)
  const isWrongCode = Boolean(filter.code) && !/^-?\d{1,10}$/.test(filter.code ?? '')
  return (
    <Card label={text.filters}>
      <search className={styles.filters}>
        <SearchBox
          className={styles.text}
          label={text.text}
          placeholder={text.textHint}
          value={filter.text ?? ''}
          onChange={(words) => change({ text: words })}
        />
        <Button
          className={styles.fold}
          icon="sliders"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? text.hideFilters : text.showFilters(Object.keys(folded).length)}
        </Button>
        <div id={id} className={`${styles.folded} ${isOpen ? styles.open : ''}`}>
          <DeviceFilter className={styles.device} orgId={orgId} filter={filter} onChange={change} />
          <PickBox
            className={styles.device}
            label={text.point}
            placeholder={text.anyPoint}
            value={filter.point ?? ''}
            choices={points}
            onChange={(point) => change({ point })}
          />
          <PickBox
            className={styles.person}
            label={text.person}
            placeholder={text.anyPerson}
            value={filter.person ?? ''}
            choices={people}
            onChange={(person) => change({ person })}
          />
          <FieldBox
            className={styles.code}
            label={text.code}
            inputMode="numeric"
            value={filter.code ?? ''}
            error={isWrongCode && text.wrongCode}
            onChange={({ target }) => change({ code: target.value.trim() })}
          />
          <FieldBox
            className={styles.time}
            label={text.from}
            type="datetime-local"
            value={localInputText(filter.from)}
            onChange={({ target }) => change({ since: '', from: millisecondsText(target.value) })}
          />
          <FieldBox
            className={styles.time}
            label={text.to}
            type="datetime-local"
            value={localInputText(filter.to)}
            onChange={({ target }) => change({ since: '', to: millisecondsText(target.value) })}
          />
          <ChipFilters filter={filter} onChange={change} />
        </div>
        {isFiltered(filter) && (
          <Button className={styles.clear} kind="quiet" icon="close" onClick={() => onFilter({})}>
            {text.clear}
          </Button>
        )}
      </search>
    </Card>
  )
}

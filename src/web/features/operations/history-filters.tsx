import { useId, useState } from 'react'
import { outcomes } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { ToggleChip } from '../../ui/toggle-chip.tsx'
import { DeviceFilter } from './device-filter.tsx'
import styles from './history-filters.module.css'
import {
  type FilterInUrl,
  filterOf,
  isFiltered,
  localInputText,
  millisecondsText,
  outcomesIn,
  outcomesText,
  withPart,
} from './operation-filter.ts'
import { SearchBox } from './search-box.tsx'

interface HistoryFiltersProps {
  orgId: string
  filter: FilterInUrl
  onFilter: (filter: FilterInUrl) => void
}

/** What narrows the history; every change is in the URL at once. */
export function HistoryFilters({ orgId, filter, onFilter }: HistoryFiltersProps) {
  const { outcomes: words, history: text } = useText().operations
  const chosen = outcomesIn(filter.outcome)
  const change = (parts: FilterInUrl) => onFilter(withPart(filter, parts))
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { text: _, ...folded } = filterOf(filter)
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
            onChange={({ target }) => change({ from: millisecondsText(target.value) })}
          />
          <FieldBox
            className={styles.time}
            label={text.to}
            type="datetime-local"
            value={localInputText(filter.to)}
            onChange={({ target }) => change({ to: millisecondsText(target.value) })}
          />
          <fieldset className={styles.outcomes}>
            <legend className={styles.legend}>{text.outcome}</legend>
            {outcomes.map((outcome) => (
              <ToggleChip
                key={outcome}
                pressed={chosen.includes(outcome)}
                onPress={(pressed) =>
                  change({
                    outcome: outcomesText(pressed ? [...chosen, outcome] : chosen.filter((one) => one !== outcome)),
                  })
                }
              >
                {words[outcome]}
              </ToggleChip>
            ))}
          </fieldset>
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

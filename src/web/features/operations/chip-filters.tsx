import { outcomes } from '#contract/panel/operation.ts'
import { pointClasses } from '#contract/panel/role.ts'
import { useText } from '../../text/text-context.ts'
import { ToggleChip } from '../../ui/toggle-chip.tsx'
import styles from './history-filters.module.css'
import { classesIn, type FilterInUrl, outcomesIn, outcomesText, presetNames } from './operation-filter.ts'

interface ChipFiltersProps {
  filter: FilterInUrl
  onChange: (parts: FilterInUrl) => void
}

const toggled = <T,>(chosen: readonly T[], one: T, pressed: boolean): T[] =>
  pressed ? [...chosen, one] : chosen.filter((other) => other !== one)

/** The filters of which all choices stand there: outcome, class of the point, and spans of time that end now. */
export function ChipFilters({ filter, onChange }: ChipFiltersProps) {
  const { operations, history: text, permission } = useText()
  const { outcomes: words } = operations
  const chosen = outcomesIn(filter.outcome)
  const classes = classesIn(filter.class)
  return (
    <>
      <fieldset className={styles.chips}>
        <legend className={styles.legend}>{text.span}</legend>
        {presetNames.map((name) => (
          <ToggleChip
            key={name}
            pressed={filter.since === name}
            onPress={(pressed) => onChange({ since: pressed ? name : '', from: '', to: '' })}
          >
            {text.presets[name]}
          </ToggleChip>
        ))}
      </fieldset>
      <fieldset className={styles.chips}>
        <legend className={styles.legend}>{text.outcome}</legend>
        {outcomes.map((outcome) => (
          <ToggleChip
            key={outcome}
            pressed={chosen.includes(outcome)}
            onPress={(pressed) => onChange({ outcome: outcomesText(toggled(chosen, outcome, pressed)) })}
          >
            {words[outcome]}
          </ToggleChip>
        ))}
        <ToggleChip pressed={filter.open === '1'} onPress={(pressed) => onChange({ open: pressed ? '1' : '' })}>
          {text.unresolved}
        </ToggleChip>
      </fieldset>
      <fieldset className={styles.chips}>
        <legend className={styles.legend}>{text.pointClass}</legend>
        {pointClasses.map((one) => (
          <ToggleChip
            key={one}
            pressed={classes.includes(one)}
            onPress={(pressed) => onChange({ class: toggled(classes, one, pressed).join() })}
          >
            {permission.classes[one]}
          </ToggleChip>
        ))}
      </fieldset>
    </>
  )
}

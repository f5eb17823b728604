import { zoneName } from '#contract/value/time-zone.ts'
import { useText } from '../text/text-context.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './date-field.module.css'
import { pickedDate, pickerValue } from './date-text.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, textOfDraft } from './field-props.ts'
import { MomentBox } from './moment-box.tsx'

/** A day, or a day and time, as the device's clock means it; the text goes out without a zone (§6). */
export function DateField({ id, label, labelHidden, size, draft, onChange, problems, present, timezone }: FieldProps) {
  const { rareFields } = useText()
  const now = useNow(60_000)
  const text = textOfDraft(draft)
  const example = text || (typeof present === 'string' ? present : '')
  const hasTime = example.length !== 10
  const pick = hasTime ? rareFields.pickDateTime : rareFields.pickDay
  const pickLabel = size === 'main' ? pick : rareFields.pickFor(pick, label)
  const hint = <span>{rareFields.dateZone(zoneName(timezone, now))}</span>
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={problems} hint={hint}>
      <MomentBox
        id={id}
        size={size}
        text={text}
        onText={onChange}
        isWrong={problems.length > 0}
        placeholder={hasTime ? 'yyyy-MM-dd HH:mm:ss' : 'yyyy-MM-dd'}
        picker={{
          label: pickLabel,
          type: hasTime ? 'datetime-local' : 'date',
          value: pickerValue(text, hasTime),
          onPick: (value) => onChange(pickedDate(value)),
        }}
      />
      {text !== '' && (
        <label className={styles.time}>
          <input
            type="checkbox"
            checked={hasTime}
            onChange={() => onChange(hasTime ? text.slice(0, 10) : `${text} 00:00:00`)}
          />
          {rareFields.withTime}
        </label>
      )}
    </FieldFrame>
  )
}

import { formatLocal, localTextOf, timeOfLocal, zoneName } from '#contract/value/time-zone.ts'
import { useText } from '../text/text-context.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, textOfDraft } from './field-props.ts'
import { MomentBox } from './moment-box.tsx'

const dayForm = { year: 'numeric', month: 'short', day: 'numeric' } as const
const timeForm = { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 } as const

/** Milliseconds since 1970, and the moment that they are on the clock of the device. */
export function TimestampField({ id, label, labelHidden, size, draft, onChange, problems, timezone }: FieldProps) {
  const { rareFields, locale } = useText()
  const text = textOfDraft(draft)
  const time = /^\d{1,16}$/.test(text) && Number(text) <= 8_640_000_000_000_000 ? Number(text) : null
  const moment = time !== null && formatLocal(time, timezone, locale, { ...dayForm, ...timeForm })
  return (
    <FieldFrame
      id={id}
      label={label}
      labelHidden={labelHidden}
      problems={problems}
      hint={
        moment ? (
          <span className="num">{rareFields.readsAs(moment, zoneName(timezone, time ?? 0))}</span>
        ) : (
          rareFields.milliseconds
        )
      }
    >
      <MomentBox
        id={id}
        size={size}
        text={text}
        onText={onChange}
        isWrong={problems.length > 0}
        isNumber
        placeholder=""
        picker={{
          label: size === 'main' ? rareFields.pickDateTime : rareFields.pickFor(rareFields.pickDateTime, label),
          type: 'datetime-local',
          value: time === null ? '' : localTextOf(time, timezone),
          onPick: (value) => onChange(String(timeOfLocal(value, timezone) ?? text)),
        }}
      />
    </FieldFrame>
  )
}

import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../text/text-context.ts'
import { FieldBox } from '../../ui/field-box.tsx'
import { type SecondsUnit, secondsText, wholeUnit } from '../../ui/seconds-text.ts'
import styles from './way-choice.module.css'

const factors: Record<SecondsUnit, number> = { second: 1, minute: 60, hour: 3600 }

interface DurationChoiceProps {
  legend: string
  /** Seconds, offered at one press. */
  choices: number[]
  /** Units for any other duration. */
  units: SecondsUnit[]
  /** Seconds as typed. */
  value: string
  onChange: (value: string) => void
  /** What is wrong with the value; empty for nothing. */
  problem: string
  hint?: ReactNode
}

/** A duration: the usual ones at one press, any other by typing. */
export function DurationChoice({ legend, choices, units, value, onChange, problem, hint }: DurationChoiceProps) {
  const text = useText()
  const { setPoint } = text
  const id = useId()
  const [isOpened, setOpened] = useState(false)
  const [unit, setUnit] = useState<SecondsUnit>(() => wholeUnit(Number(value)).unit)
  const isOther = isOpened || !choices.includes(Number(value)) || value === ''
  const shownUnit = units.includes(unit) && Number(value) % factors[unit] === 0 ? unit : 'second'
  const amount = /^\d+$/.test(value) ? String(Number(value) / factors[shownUnit]) : value
  const open = () => {
    setOpened(true)
    setUnit('second')
  }
  const type = (typed: string, typedUnit: SecondsUnit) =>
    onChange(/^\d{1,6}$/.test(typed) ? String(Number(typed) * factors[typedUnit]) : typed)
  return (
    <div role="radiogroup" aria-labelledby={`${id}-legend`} aria-describedby={`${id}-hint`}>
      <div id={`${id}-legend`} className={styles.legend}>
        {legend}
      </div>
      <div className={styles.pills}>
        {choices.map((seconds) => (
          <label key={seconds} className={`${styles.pill} num`}>
            <input
              type="radio"
              name={id}
              checked={!isOther && Number(value) === seconds}
              onChange={() => {
                setOpened(false)
                setUnit(wholeUnit(seconds).unit)
                onChange(String(seconds))
              }}
            />
            {secondsText(seconds, text)}
          </label>
        ))}
        <label className={styles.pill}>
          <input type="radio" name={id} checked={isOther} onChange={open} />
          {setPoint.other}
        </label>
      </div>
      {isOther && (
        <div className={styles.other}>
          <FieldBox
            label={setPoint.otherAmount(legend)}
            labelHidden
            inputMode="numeric"
            autoComplete="off"
            value={amount}
            onChange={(event) => type(event.target.value, shownUnit)}
            aria-invalid={problem !== ''}
            after={units.length === 1 && <span>{setPoint.units[shownUnit]}</span>}
          />
          {units.length > 1 && (
            <select
              className={styles.unit}
              aria-label={`${setPoint.otherAmount(legend)}: ${setPoint.unit}`}
              value={shownUnit}
              onChange={(event) => {
                const chosen = units.find((name) => name === event.target.value) ?? 'second'
                setUnit(chosen)
                type(amount, chosen)
              }}
            >
              {units.map((name) => (
                <option key={name} value={name}>
                  {setPoint.units[name]}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      <div id={`${id}-hint`}>
        {problem ? <p className={styles.wrong}>{problem}</p> : hint && <p className={styles.hint}>{hint}</p>}
      </div>
    </div>
  )
}

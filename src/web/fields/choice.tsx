import { useId } from 'react'
import { useText } from '../text/text-context.ts'
import { Chip } from '../ui/chip.tsx'
import styles from './choice.module.css'

interface ChoiceProps {
  /** Choices with the same group exclude each other. */
  group: string
  name: string
  /** What goes out, where it is not the name. */
  code?: string
  checked: boolean
  onChoose: () => void
  /** What the device reported last. */
  isPresent: boolean
  large?: boolean
}

/** A native radio button in a row that is easy to hit. */
export function Choice({ group, name, code, checked, onChoose, isPresent, large }: ChoiceProps) {
  const { fields } = useText().setPoint
  const id = useId()
  return (
    <label className={`${styles.choice} ${large ? styles.large : ''}`}>
      <input
        type="radio"
        name={group}
        className={styles.radio}
        checked={checked}
        onChange={onChoose}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-code ${id}-present`}
      />
      <span className={styles.words}>
        <span id={`${id}-name`} className={styles.name}>
          {name}
        </span>
        <span className={styles.about}>
          {code !== undefined && (
            <span id={`${id}-code`} className={`${styles.code} mono`}>
              {code}
            </span>
          )}
          {isPresent && (
            <span id={`${id}-present`}>
              <Chip>{fields.present}</Chip>
            </span>
          )}
        </span>
      </span>
    </label>
  )
}

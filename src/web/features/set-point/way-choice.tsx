import { useId } from 'react'
import { useText } from '../../text/text-context.ts'
import type { SetForm } from './set-form.ts'
import styles from './way-choice.module.css'

interface WayChoiceProps {
  way: SetForm['way']
  onChange: (way: SetForm['way']) => void
}

/** Now, with the answer at once, or kept in EnOS's queue until the device is online. */
export function WayChoice({ way, onChange }: WayChoiceProps) {
  const { setPoint } = useText()
  const id = useId()
  const ways = [
    { name: 'now', title: setPoint.sendNow, hint: setPoint.sendNowHint },
    { name: 'online', title: setPoint.sendOnline, hint: setPoint.sendOnlineHint },
  ] as const
  return (
    <div className={styles.way} role="radiogroup" aria-labelledby={`${id}-legend`}>
      <div id={`${id}-legend`} className={styles.legend}>
        {setPoint.send}
      </div>
      <div className={styles.segments}>
        {ways.map(({ name, title, hint }) => (
          <label key={name} className={styles.segment}>
            <input
              type="radio"
              name={id}
              data-does={name}
              checked={way === name}
              onChange={() => onChange(name)}
              aria-labelledby={`${id}-${name}`}
              aria-describedby={`${id}-${name}-hint`}
            />
            <b id={`${id}-${name}`}>{title}</b>
            <small id={`${id}-${name}-hint`}>{hint}</small>
          </label>
        ))}
      </div>
    </div>
  )
}

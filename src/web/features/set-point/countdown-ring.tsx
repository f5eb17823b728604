import type { ReactNode } from 'react'
import { useText } from '../../text/text-context.ts'
import { useNow } from '../../ui/use-now.ts'
import { countdownOf } from './countdown.ts'
import styles from './countdown-ring.module.css'

interface CountdownRingProps {
  /** When the waiting began, ms since the epoch by the server's clock. */
  since: number
  /** Seconds. */
  timeout: number
  /** What is waited for. */
  children: ReactNode
}

/** The seconds that are left of a waiting time, as a ring, a number and words. */
export function CountdownRing({ since, timeout, children }: CountdownRingProps) {
  const { outcome } = useText().sending
  const { secondsLeft, fraction, isOver } = countdownOf(since, timeout, useNow())
  return (
    <div className={styles.waiting}>
      <svg className={styles.ring} viewBox="0 0 64 64" aria-hidden="true">
        <circle className={styles.track} cx="32" cy="32" r="28" />
        <circle
          className={styles.left}
          cx="32"
          cy="32"
          r="28"
          pathLength="1"
          strokeDasharray="1"
          strokeDashoffset={1 - fraction}
          transform="rotate(-90 32 32)"
        />
        <text className={styles.number} x="32" y="33">
          {secondsLeft}
        </text>
      </svg>
      <div>
        <p>{children}</p>
        <p className="num">
          <strong>{isOver ? outcome.overdue : outcome.secondsLeft(secondsLeft)}</strong>
        </p>
      </div>
    </div>
  )
}

import { useText } from '../../text/text-context.ts'
import { exactClockText, momentText } from '../../ui/time-text.ts'
import type { Level } from './draw-marks.ts'
import styles from './mark-list.module.css'
import type { Mark } from './marks-of.ts'

interface MarkListProps {
  marks: readonly Mark[]
  levels: readonly Level[]
}

/** What the signs and lines of a plot mean, and what they say, for everybody. */
export function MarkList({ marks, levels }: MarkListProps) {
  const { trend: words, locale } = useText()
  if (marks.length + levels.length === 0) return null
  return (
    <ul className={styles.marks} aria-label={words.marks.label}>
      {levels.map(({ name, value }) => (
        <li key={name}>
          <span aria-hidden="true" className={styles.dash} />
          <span className={styles.name}>{name}</span> <span className="num">{value}</span>
        </li>
      ))}
      {marks.map(({ time, sign, tone, name, value }) => (
        <li key={`${name} ${time}`}>
          <span aria-hidden="true" className={styles[tone]}>
            {sign}
          </span>
          <span className={styles.name}>{name}</span> {value && <span className="num">{value}</span>}{' '}
          <time
            className={`${styles.time} num`}
            dateTime={new Date(time).toISOString()}
            title={momentText(time, locale)}
          >
            {exactClockText(time, locale)}
          </time>
        </li>
      ))}
    </ul>
  )
}

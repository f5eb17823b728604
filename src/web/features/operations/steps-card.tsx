import { isFinal, type Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { exactClockText, momentText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { deadlineOf } from './sentence-of.ts'
import { spanText, wholeSpanText } from './span-text.ts'
import styles from './steps-card.module.css'
import { type TimelineEntry, timelineOf } from './timeline-of.ts'

/** The steps of one operation, each with its time and the gap before it. */
export function StepsCard({ operation }: { operation: Operation }) {
  const text = useText()
  const { steps: words, left } = text.operation
  const { outcome, pendingTtl, createTime, endTime } = operation
  const isOpen = !isFinal(outcome)
  const now = useNow(isOpen ? 1000 : 60_000)
  const name = ({ kind }: TimelineEntry) => {
    if (kind === 'ended') return words.ended(text.operations.outcomes[outcome])
    return kind === 'answered' && pendingTtl > 0 ? words.answeredByDevice : words[kind]
  }
  return (
    <Card
      title={words.title}
      actions={endTime !== null && <span className="dim">{words.total(spanText(endTime - createTime, text))}</span>}
    >
      <ol className={styles.steps}>
        {timelineOf(operation).map((entry, index) => (
          <li key={`${entry.kind} ${entry.time}`} className={styles.step}>
            <span className={styles.name}>{name(entry)}</span>
            <time
              className={styles.time}
              dateTime={new Date(entry.time).toISOString()}
              title={momentText(entry.time, text.locale)}
            >
              {exactClockText(entry.time, text.locale)}
            </time>
            <span className={styles.gap}>{index > 0 && words.after(spanText(entry.gap, text))}</span>
            {entry.detail && <span className={`${styles.detail} mono`}>{entry.detail}</span>}
          </li>
        ))}
        {isOpen && (
          <li className={`${styles.step} ${styles.open}`}>
            <span className={styles.name}>{words.now}</span>
            <span className={styles.time}>{left(wholeSpanText(deadlineOf(operation) - now, text))}</span>
          </li>
        )}
      </ol>
    </Card>
  )
}

import { type Evidence, isFinal, type Operation } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { recordedValueText } from '../../ui/evidence-text.ts'
import { exactClockText, momentText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { deadlineOf } from './sentence-of.ts'
import { spanText, wholeSpanText } from './span-text.ts'
import { stateName } from './state-name.ts'
import styles from './steps-card.module.css'
import { type TimelineEntry, timelineOf } from './timeline-of.ts'

/** What was seen of the device or of the command, and when by the clock of the other side. */
function seenWords(evidence: Evidence, operation: Operation, text: Text): [string, string] {
  const { steps: words } = text.operation
  const clock = exactClockText(evidence.time, text.locale)
  if (evidence.kind === 'report') {
    const value = recordedValueText(operation, parseExact(evidence.value), text)
    return [words.reported(value), words.deviceClock(clock, evidence.isSame)]
  }
  const state = stateName(evidence.state)
  const name = state ? text.errorCodes.states.rows[state].console : ''
  const code = evidence.code === null ? '' : text.evidence.withCode(evidence.code)
  return [words.seenState(`${evidence.state} ${name}`.trim()) + code, words.gatewayClock(clock)]
}

/** What happened, and what more there is to say of it. */
function wordsOf(entry: TimelineEntry, operation: Operation, text: Text): [string, string] {
  const { steps: words } = text.operation
  switch (entry.kind) {
    case 'seen':
      return seenWords(entry.evidence, operation, text)
    case 'verdict':
      return [words.verdict(text.evidence.verdicts[entry.verdict.kind].title), '']
    case 'readBack':
      return [text.evidence.readBack[entry.readBack.kind], '']
    case 'acknowledged':
      return [words.acknowledged(entry.acknowledged.person), entry.acknowledged.reason]
    case 'ended':
      return [words.ended(text.operations.outcomes[operation.outcome]), '']
    case 'answered':
      return [operation.pendingTtl > 0 ? words.answeredByDevice : words.answered, '']
    default:
      return [words[entry.kind], '']
  }
}

/** The steps of one operation and what was found out later, each with its time and the gap before it. */
export function StepsCard({ operation }: { operation: Operation }) {
  const text = useText()
  const { steps: words, left } = text.operation
  const { outcome, createTime, endTime } = operation
  const isOpen = !isFinal(outcome)
  const now = useNow(isOpen ? 1000 : 60_000)
  return (
    <Card
      title={words.title}
      actions={endTime !== null && <span className="dim">{words.total(spanText(endTime - createTime, text))}</span>}
    >
      <ol className={styles.steps}>
        {timelineOf(operation).map((entry, index) => {
          const [name, more] = wordsOf(entry, operation, text)
          return (
            <li key={`${entry.kind} ${entry.time}`} className={styles.step}>
              <span className={styles.name}>{name}</span>
              <time
                className={styles.time}
                dateTime={new Date(entry.time).toISOString()}
                title={momentText(entry.time, text.locale)}
              >
                {exactClockText(entry.time, text.locale)}
              </time>
              <span className={styles.gap}>{index > 0 && words.after(spanText(entry.gap, text))}</span>
              {'detail' in entry && entry.detail && <span className={`${styles.detail} mono`}>{entry.detail}</span>}
              {more && <span className={styles.detail}>{more}</span>}
            </li>
          )
        })}
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

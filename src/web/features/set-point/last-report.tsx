import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { sentTimeOf } from '#contract/panel/sent-value.ts'
import { useText } from '../../text/text-context.ts'
import { pastText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './outcome-frame.module.css'
import { type Target, valueWithUnit } from './target.ts'

interface LastReportProps {
  target: Target
  operation: Operation
  latest: LatestValue | undefined
}

/** What the device reports at this moment, and whether that is newer than the send: a fact, not a judgement. */
export function LastReport({ target, operation, latest }: LastReportProps) {
  const text = useText()
  const { evidence: words, locale } = text
  const now = useNow(60_000)
  if (!latest || latest.time === 0) return <p className={styles.small}>{words.noReport}</p>
  const isAfter = latest.time > sentTimeOf(operation)
  const report = words.lastReport(valueWithUnit(target, latest.value, text), pastText(latest.time, now, locale))
  return (
    <p className={`${styles.small} num`}>
      {report} · {isAfter ? words.afterSend : words.beforeSend}
    </p>
  )
}

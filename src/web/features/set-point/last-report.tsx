import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'
import { pastText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './outcome-frame.module.css'
import { reportOrder } from './report-order.ts'
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
  const now = useNow()
  const order = reportOrder(operation, latest, now)
  if (!latest || order === 'never') return <p className={styles.small}>{words.noReport}</p>
  const report = words.lastReport(valueWithUnit(target, latest.value, text), pastText(latest.time, now, locale))
  return (
    <p className={`${styles.small} num`}>
      {report} · {words.order[order]}
    </p>
  )
}

/** The same while the server has not found out whether the device reports what it confirmed, and what follows from it. */
export function AwaitedReport(props: LastReportProps) {
  const { operation, latest } = props
  const { evidence: words } = useText()
  const order = reportOrder(operation, latest, useNow())
  return (
    <>
      {/* What follows from a report is said in a moment, when the server has compared it. */}
      <Notice icon="clock" {...(order !== 'after' && { role: 'status' })}>
        {words.awaited[order]}
      </Notice>
      {order !== 'never' && <LastReport {...props} />}
    </>
  )
}

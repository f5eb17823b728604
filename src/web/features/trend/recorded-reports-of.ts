import type { Report } from '#contract/enos/reports-of.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'
import { merged } from './merged.ts'

/** What the record of an operation knows of reports: there even where the gateway gives no values over time. */
export function recordedReportsOf({ readBack, verdict }: Operation): Report[] {
  const evidence = [...(readBack?.report ? [readBack.report] : []), ...(verdict?.evidence ?? [])]
  const reports = evidence.flatMap((one) =>
    one.kind === 'report' ? [{ time: one.time, value: parseExact(one.value) }] : [],
  )
  return merged([], reports)
}

import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import { sentValue } from './change-of.ts'
import { recordedType } from './recorded-type.ts'
import { timeOf } from './sentence-of.ts'

/**
 * What a report of the device says about a command of unknown outcome.
 * - `same`, `other`: reported after sending; the value that was sent, or another.
 * - `old`: reported before, so that it says nothing. - `never`: the device has not reported the point at all.
 */
export type Verdict = 'same' | 'other' | 'old' | 'never'

/** Only what was reported after the command may have reached the device counts (§1.4 rule 9). */
export function readBackOf(operation: Operation, report: LatestValue | undefined): Verdict {
  if (!report || report.time === 0) return 'never'
  const sent = timeOf(operation, 'released') ?? timeOf(operation, 'sent') ?? operation.createTime
  if (report.time <= sent) return 'old'
  const value = sentValue(operation.body)
  return value !== undefined && isSameValue(value, report.value, recordedType(operation)) ? 'same' : 'other'
}

import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import { isSameValue } from '#contract/value/same-value.ts'

/**
 * What a value that was read back says about a command.
 * - `none`: the device never reported. `older`: reported before the command, so it says nothing.
 * - `same`: the value sent, reported after it. `other`: another value, reported after it.
 */
export type Verdict = 'none' | 'older' | 'same' | 'other'

/** Only what the device reported after the send counts as evidence. @param sentTime ms since the epoch. */
export function verdictOf(
  sent: ExactJson,
  sentTime: number,
  latest: LatestValue | undefined,
  point: Measurepoint | null,
): Verdict {
  if (!latest || latest.time === 0) return 'none'
  if (latest.time < sentTime) return 'older'
  return isSameValue(sent, latest.value, point) ? 'same' : 'other'
}

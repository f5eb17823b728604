import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { sentTimeOf } from '#contract/panel/sent-value.ts'

/** ms that a report may be ahead of the server's clock before its time says nothing: as the server has it (judge.ts). */
const aheadAtMost = 5000

/**
 * How the last report stands to a send. A report's time is the device's, whose clock may be off:
 * - `never`: there is none.
 * - `before`: it is the one that stood there at the press of send, whatever the clocks say.
 * - `beforeByClock`: another one, and by the device's clock from before the send.
 * - `after`: another one, from after the send.
 * - `ahead`: another one, from a clock that is ahead of the server's: its time does not tell.
 */
export type ReportOrder = 'never' | 'before' | 'beforeByClock' | 'after' | 'ahead'

/** @param now ms since the epoch by the server's clock. */
export function reportOrder(operation: Operation, latest: LatestValue | undefined, now: number): ReportOrder {
  if (!latest || latest.time === 0) return 'never'
  if (operation.shown && latest.time <= operation.shown.beforeTime) return 'before'
  if (latest.time > now + aheadAtMost) return 'ahead'
  return latest.time > sentTimeOf(operation) ? 'after' : 'beforeByClock'
}

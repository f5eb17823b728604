import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { Target } from './target.ts'

/** What the person may go on with; none of it sends anything. */
export interface OutcomeActions {
  /** Put it away and begin with an empty draft. */
  onAnother: () => void
  /** Put it away and go on with the values that were sent. */
  onEdit: () => void
  /** The same, but queued until the device is online. */
  onQueueInstead: () => void
  /** A person's word, put on record, that they have looked after an unknown outcome; rejects where it was not recorded. */
  onAcknowledge: (id: string, reason: string) => Promise<unknown>
  /** @param before only what was in front of this operation. */
  onShowQueue: (before?: Operation) => void
}

export interface OutcomeProps extends OutcomeActions {
  target: Target
  operation: Operation
  latest: LatestValue | undefined
  takesFocus: boolean
}

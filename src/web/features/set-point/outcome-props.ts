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
  /** A person says to have looked at the device: its values may be prepared again. */
  onChecked: () => void
  /** @param before only what was in front of this operation. */
  onShowQueue: (before?: Operation) => void
}

export interface OutcomeProps extends OutcomeActions {
  target: Target
  operation: Operation
  latest: LatestValue | undefined
  takesFocus: boolean
}

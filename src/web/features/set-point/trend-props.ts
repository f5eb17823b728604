import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { Target } from './target.ts'

/** What draws the last hour of a point is told: the editor is given it, so that its code may come when nothing is due. */
export interface TrendProps extends Target {
  latest: LatestValue | undefined
  /** The value that is typed, once it is one and no key was pressed for a moment. */
  draft: ExactJson | undefined
}

import type { LatestValue } from '#contract/enos/latest-value.ts'
import { parseExact } from '#contract/value/exact.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { cutText } from './cut-text.ts'
import { exactText, type Target, valueWithUnit } from './target.ts'

export interface OnlyIfProps {
  target: Target
  /** Offered to be expected. */
  present: LatestValue | undefined
  /** Exact JSON text of what is expected; empty for nothing. */
  expected: string
  onExpect: (expected: string) => void
}

/** Longer ones would not travel in a header. */
const longestExpected = 2000
/** Longer ones would not be read. */
const longestShown = 120

/** Whether it is only sent while the device still reports a value: once chosen, that value stays the one. */
export function OnlyIf({ target, present, expected, onExpect }: OnlyIfProps) {
  const text = useText()
  const { review } = text.sending
  const offered = expected || exactText(present?.value)
  if (offered === null || offered.length > longestExpected) return null
  const value = parseExact(offered)
  const words = (shown: typeof value) => cutText(valueWithUnit(target, shown, text), longestShown)
  return (
    <>
      <Tick checked={expected !== ''} onChange={(isOnlyIf) => onExpect(isOnlyIf ? offered : '')}>
        {review.onlyIf(words(value))}
      </Tick>
      {expected !== '' && present && !isSameValue(present.value, value, target.point) && (
        <Notice tone="wait" role="status">
          {review.onlyIfNot(words(present.value))}
        </Notice>
      )}
    </>
  )
}

import type { OutboxDraft } from '../../api/outbox-draft.ts'

type Kept = Pick<OutboxDraft, 'deviceTime' | 'clockOffset'>

/**
 * When a draft was kept, by the server's clock, ms since the epoch. Where this device's clock has been moved since, it is
 * not known whether before or after: the earlier of both counts, so that no draft is ever younger than it is.
 * @param offset ms to add to this device's clock to get the server's, as known now.
 */
export const keptTimeOf = ({ deviceTime, clockOffset }: Kept, offset: number): number =>
  deviceTime + Math.min(clockOffset, offset)

/** ms that a clock may be apart without anybody having moved it: what a call over a slow network takes. */
const usualDrift = 5000

export interface DraftAge {
  /** When it was kept, by the server's clock; ms since the epoch. */
  keptTime: number
  /** ms, never less than it is. */
  age: number
  /** Whether the clock of this device was moved since. */
  wasMoved: boolean
  mustBeTypedAgain: boolean
}

/**
 * @param now the server's time, ms since the epoch.
 * @param offset ms, as for {@link keptTimeOf}.
 * @param mostAge ms up to which a draft may be released as it was typed.
 */
export function draftAge(
  draft: Kept,
  { now, offset, mostAge }: { now: number; offset: number; mostAge: number },
): DraftAge {
  const keptTime = keptTimeOf(draft, offset)
  const age = now - keptTime
  return {
    keptTime,
    age: Math.max(0, age),
    wasMoved: Math.abs(draft.clockOffset - offset) > usualDrift || age < -usualDrift,
    // Kept in the future: nobody knows how old it is.
    mustBeTypedAgain: age > mostAge || age < -usualDrift,
  }
}

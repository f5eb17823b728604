import type { ClockDifference } from '../operations/clock-difference.ts'
import type { Incoming } from './exchange.ts'

/** ms by which the gateway's clock is ahead of ours, at least and at most, as one answer shows at `time`. */
interface Bounds {
  low: number
  high: number
  time: number
}

/** ms for which a measurement is good: within it two clocks drift apart by less than it can show. */
const goodFor = 10 * 60_000
const mostKept = 64
/** ms that a server may go on writing a second that is over: most look at their clock now and then. */
const stale = 200

/**
 * How the gateway's clock compares with ours, by all recent answers together: each `Date` was written between the call
 * and its answer, within the second that it names, so that many answers tell more than that second.
 */
export function createClockBounds() {
  let kept: Bounds[] = []

  return {
    heard({ headers, sentTime, headTime }: Pick<Incoming, 'headers' | 'sentTime' | 'headTime'>): void {
      const date = Date.parse(headers.date ?? '')
      if (Number.isNaN(date)) return
      const latest = { low: date - headTime, high: date + 1000 + stale - sentTime, time: headTime }
      kept = [latest, ...kept.filter(({ time }) => headTime - time < goodFor)].slice(0, mostKept)
    },

    /** null where no answer has told its time. */
    read(): ClockDifference | null {
      const [latest, ...earlier] = kept
      if (!latest) return null
      let { low, high } = latest
      for (const bounds of earlier) {
        const [lower, higher] = [Math.max(low, bounds.low), Math.min(high, bounds.high)]
        // One of the clocks was set since then.
        if (lower > higher) break
        low = lower
        high = higher
      }
      return { ahead: Math.round((low + high) / 2), margin: Math.ceil((high - low) / 2) }
    },
  }
}

/** The least number of 19 digits (§1.2). */
const least = 10n ** 18n

/** A million ids for each millisecond: the clock reaches 2^63 in the year 2248. */
const bitsBelowMillisecond = 20n

/**
 * Gives ids of 19 digits, each greater than all before it: from the clock, and from the last id given
 * where the clock was set back or the same millisecond asks again.
 */
export function commandIds(now: () => number, lastGiven: string | undefined): () => string {
  let last = BigInt(lastGiven ?? 0)
  return () => {
    const fromClock = BigInt(now()) << bitsBelowMillisecond
    last = [least, fromClock, last + 1n].reduce((a, b) => (a > b ? a : b))
    return String(last)
  }
}

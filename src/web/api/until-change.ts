/** ms between two questions where nothing is known to change. */
const usual = 30_000
/** ms: a clock that differs a little must not ask again and again. */
const least = 1000

/**
 * After how long an answer should be asked for again, in ms.
 * @param times when it changes by itself, ms since the epoch; null where nobody knows.
 */
export function untilChange(times: (number | null)[], now: number): number {
  const waits = times.flatMap((time) => (time === null ? [] : [time - now]))
  return Math.min(usual, ...waits.map((wait) => Math.max(least, wait)))
}

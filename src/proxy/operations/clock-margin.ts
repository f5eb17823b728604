/** ms by which a measured difference may be wrong: the `Date` of an answer has whole seconds, and takes its way. */
const measured = 2000
/** ms that two clocks are taken to differ at most where nothing was measured. */
const unmeasured = 5000

/** ms within which two moments by different clocks may be the same. */
export const clockMargin = (difference: number | null): number => (difference === null ? unmeasured : measured)

/** A time by the gateway's clock, by ours; ms. `difference`: s by which the gateway's is ahead, null for not known. */
export const byOurClock = (time: number, difference: number | null): number => time - (difference ?? 0) * 1000

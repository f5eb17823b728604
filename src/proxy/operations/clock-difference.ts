/** How the clock of a gateway compares with ours; ms. */
export interface ClockDifference {
  /** By which the gateway's is ahead; negative for behind. */
  ahead: number
  /** By which that may be wrong. */
  margin: number
}

/** ms that two clocks are taken to differ at most where nothing was measured. */
const unmeasured = 5000

/** ms within which two moments by the two clocks may be the same; `clock` is null where nothing was measured. */
export const clockMargin = (clock: ClockDifference | null): number => clock?.margin ?? unmeasured

/** A time by the gateway's clock, by ours; ms. */
export const byOurClock = (time: number, clock: ClockDifference | null): number => time - (clock?.ahead ?? 0)

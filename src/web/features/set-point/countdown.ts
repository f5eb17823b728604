import type { Operation } from '#contract/panel/operation.ts'

export interface Countdown {
  /** Whole seconds, never below 0. */
  secondsLeft: number
  /** What is left of the waiting time, 1 to 0. */
  fraction: number
  isOver: boolean
}

/**
 * How long an answer may still take.
 * @param start when the waiting began, `now` and it in ms since the epoch by one clock.
 * @param timeout seconds.
 */
export function countdownOf(start: number, timeout: number, now: number): Countdown {
  const left = Math.min(Math.max(start + timeout * 1000 - now, 0), timeout * 1000)
  return { secondsLeft: Math.ceil(left / 1000), fraction: left / (timeout * 1000), isOver: left === 0 }
}

/** When the waiting for the device began: a cached command's clock starts when it is handed over (§1.5), ms since the epoch. */
export const waitingSince = ({ steps, createTime }: Operation): number =>
  (steps.findLast(({ kind }) => kind === 'released') ?? steps.findLast(({ kind }) => kind === 'sent'))?.time ??
  createTime

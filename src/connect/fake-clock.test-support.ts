import type { Clock } from './commands/ports.ts'
import { createTimerHeap } from './timer-heap.ts'

export interface FakeClock extends Clock {
  /** Lets `ms` pass: each call that becomes due runs at its own time, and `settled` is awaited after each. */
  advance(ms: number): Promise<void>
  /** Sets the clock, also back, without running anything. */
  set(time: number): void
  /** How many calls are pending. */
  pending(): number
}

/** A clock for tests, which stands still until it is told to go. `settled`: what a call set in motion has come to rest. */
export function createFakeClock(start: number, settled: () => Promise<void>): FakeClock {
  const dated = createTimerHeap()
  const passing = createTimerHeap()
  let now = start
  let passed = 0

  /** ms until the next call is due, none for one that is late. */
  const untilNext = (): number => Math.max(0, Math.min(dated.next() - now, passing.next() - passed))
  const pass = (ms: number): void => {
    now += ms
    passed += ms
  }

  return {
    now: () => now,
    at: dated.add,
    after: (duration, wake) => passing.add(passed + duration, wake),
    set: (time) => {
      now = time
    },
    pending: () => dated.size() + passing.size(),
    advance: async (ms) => {
      const end = passed + ms
      while (passed + untilNext() <= end) {
        pass(untilNext())
        const heap = dated.next() <= now ? dated : passing
        heap.take()?.()
        await settled()
      }
      pass(end - passed)
      await settled()
    },
  }
}

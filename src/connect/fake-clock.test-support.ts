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
  const heap = createTimerHeap()
  let now = start
  return {
    now: () => now,
    at: heap.add,
    set: (time) => {
      now = time
    },
    pending: heap.size,
    advance: async (ms) => {
      const end = now + ms
      while (heap.next() <= end) {
        now = Math.max(now, heap.next())
        heap.take()?.()
        await settled()
      }
      now = end
      await settled()
    },
  }
}

import type { Clock } from './commands/ports.ts'
import { createTimerHeap } from './timer-heap.ts'

/** The longest sleep, in ms: so late, at most, is noticed that the clock was set forward or the machine was asleep. */
const longestSleep = 10_000

/** The machine's clock, with one timer for whatever is due next. It does not keep the process alive. */
export function createSystemClock(): Clock {
  const heap = createTimerHeap()
  let timer: NodeJS.Timeout | undefined
  let ahead = Number.NEGATIVE_INFINITY

  /** Goes on evenly where the clock is set back, and follows where it is set forward. In ms. */
  function steady(): number {
    ahead = Math.max(ahead, Date.now() - performance.now())
    return performance.now() + ahead
  }

  function wake(): void {
    while (heap.next() <= steady()) heap.take()?.()
    sleep()
  }

  function sleep(): void {
    clearTimeout(timer)
    if (heap.size() === 0) return
    const delay = Math.min(Math.max(heap.next() - steady(), 0), longestSleep)
    timer = setTimeout(wake, Math.ceil(delay)).unref()
  }

  return {
    now: Date.now,
    at: (time, call) => {
      const before = heap.next()
      const takeBack = heap.add(steady() + time - Date.now(), call)
      // Only an earlier call than all before needs another timer.
      if (heap.next() < before) sleep()
      return takeBack
    },
  }
}

import type { Clock } from './commands/ports.ts'
import { createTimerHeap } from './timer-heap.ts'

/** The longest sleep, in ms: so late, at most, is noticed that the clock was set forward or the machine was asleep. */
const longestSleep = 10_000

/** The machine's clock, with one timer for whatever is due next. It does not keep the process alive. */
export function createSystemClock(): Clock {
  const dated = createTimerHeap()
  const passing = createTimerHeap()
  let timer: NodeJS.Timeout | undefined
  let ahead = Number.NEGATIVE_INFINITY

  /** Goes on evenly where the clock is set back, and follows where it is set forward. In ms. */
  function steady(): number {
    ahead = Math.max(ahead, Date.now() - performance.now())
    return performance.now() + ahead
  }

  /** ms until the next call is due. */
  const untilNext = (): number => Math.min(dated.next() - steady(), passing.next() - performance.now())

  function wake(): void {
    while (dated.next() <= steady()) dated.take()?.()
    while (passing.next() <= performance.now()) passing.take()?.()
    sleep()
  }

  function sleep(): void {
    clearTimeout(timer)
    const delay = Math.min(Math.max(untilNext(), 0), longestSleep)
    if (dated.size() + passing.size() > 0) timer = setTimeout(wake, Math.ceil(delay)).unref()
  }

  function add(heap: ReturnType<typeof createTimerHeap>, due: number, call: () => void): () => void {
    // Only an earlier call than all before needs another timer.
    const isFirst = due < heap.next()
    const takeBack = heap.add(due, call)
    if (isFirst) sleep()
    return takeBack
  }

  return {
    now: Date.now,
    at: (time, call) => add(dated, steady() + time - Date.now(), call),
    after: (duration, call) => add(passing, performance.now() + duration, call),
  }
}

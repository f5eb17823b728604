import type { Clock } from './ports.ts'

/** A clock that stands still until it is told to go on. */
export function createManualClock(start = 1_700_000_000_000) {
  let now = start
  let timers: { time: number; wake: () => void }[] = []

  const clock: Clock = {
    now: () => now,
    at: (time, wake) => {
      const timer = { time, wake }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  }

  return {
    ...clock,
    /** Sets the clock, also back. Timers run for as long as they were asked to, as the system's do. */
    set(time: number): void {
      timers = timers.map((timer) => Object.assign(timer, { time: timer.time + time - now }))
      now = time
    },
    /** Wakes all that is due within `ms`, in order, letting each do its work before the next. */
    async advance(ms: number): Promise<void> {
      const end = now + ms
      for (;;) {
        const next = timers.filter(({ time }) => time <= end).sort((a, b) => a.time - b.time)[0]
        if (!next) break
        timers = timers.filter((other) => other !== next)
        now = Math.max(now, next.time)
        next.wake()
        await settled()
      }
      now = end
      await settled()
    },
  }
}

/** Lets promises and one group commit come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}

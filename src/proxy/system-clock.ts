import type { Clock } from './operations/ports.ts'

/** The machine's clock. Its timers keep no program alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at: (time, wake) => {
    const timer = setTimeout(wake, Math.max(0, time - Date.now()))
    timer.unref()
    return () => clearTimeout(timer)
  },
}

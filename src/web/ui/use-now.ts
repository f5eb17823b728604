import { createContext, use, useSyncExternalStore } from 'react'
import type { Clock } from './clock.ts'

/** Provided by app with the offset of the session; without it this machine's time counts and nothing ticks. */
export const ClockContext = createContext<Clock>({ now: Date.now, subscribe: () => () => {} })

/**
 * The server's time, ms since the epoch; the component is drawn again when it passes a multiple of `step`.
 * @param step ms, a multiple of 1000.
 */
export function useNow(step = 1000): number {
  const clock = use(ClockContext)
  return useSyncExternalStore(clock.subscribe, () => Math.floor(clock.now() / step) * step)
}

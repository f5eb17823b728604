/** Timers that end together when their owner stops. */
export interface Timers {
  after(seconds: number, act: () => void): void
  every(seconds: number, act: () => void): void
  stop(): void
}

export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>()
  return {
    after(seconds, act) {
      const timer = setTimeout(() => {
        running.delete(timer)
        act()
      }, seconds * 1000)
      running.add(timer)
    },
    every(seconds, act) {
      running.add(setInterval(act, seconds * 1000))
    },
    stop() {
      for (const timer of running) clearTimeout(timer)
      running.clear()
    },
  }
}

import { monitorEventLoopDelay } from 'node:perf_hooks'

/** ms between two looks at the clock: each wakes the program, and one that has nothing to do should sleep. */
const resolution = 50
/** ms; what is read is about the last one to two of them, so that no reader misses a long wait nor takes it from another. */
const window = 30_000

/** Quantile → seconds by which the event loop came later than asked for. */
type Delays = Readonly<Record<'0.5' | '0.99' | '1', number>>

/** Watches how long others wait while this program is at work; `1` is the longest wait. */
export function watchLoopDelay() {
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  // What is measured is the time between two looks.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - resolution / 1000)
  const current = (): Delays =>
    histogram.count === 0
      ? { '0.5': 0, '0.99': 0, '1': 0 }
      : {
          '0.5': late(histogram.percentile(50)),
          '0.99': late(histogram.percentile(99)),
          '1': late(histogram.max),
        }
  let before: Delays = current()
  const timer = setInterval(() => {
    before = current()
    histogram.reset()
  }, window)
  timer.unref()

  return {
    read(): Delays {
      const now = current()
      return {
        '0.5': Math.max(before['0.5'], now['0.5']),
        '0.99': Math.max(before['0.99'], now['0.99']),
        '1': Math.max(before['1'], now['1']),
      }
    },
    stop(): void {
      clearInterval(timer)
      histogram.disable()
    },
  }
}

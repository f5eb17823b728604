import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { Clock } from '../commands/ports.ts'
import type { ReportedValue } from '../mqtt/ports.ts'
import type { DevicePoint, HistorySpan, HistoryStore, StoredValue } from './ports.ts'

const hour = 3_600_000

/** How long a value is kept, ms. */
export const historyKept = 24 * hour
/** How many values of a point are kept: one every 20 s for all that time, or one a second for well over an hour. */
export const mostOfPoint = 5000

/** ms for which reports are gathered: commands never wait for more than one short write of them. */
const gatheredFor = 250
/** Values that are written at once. */
const batch = 500
/** Values that may wait: with a disk that slow, the oldest are let go before memory is. */
const mostWaiting = 50_000
/** After so many new values of a point its oldest are removed. */
const trimmedEvery = 500

const keyOf = ({ productKey, deviceKey, id }: DevicePoint): string => `${productKey}\n${deviceKey}\n${id}`

/**
 * What devices reported over time: bounded by age and, for each point, by number. It is written behind in small batches;
 * what `kill -9` takes is at most the last quarter of a second of it.
 * `failed` hears of what could not be written: those values are missing, and nothing else is.
 */
export function createValueHistory(options: { store: HistoryStore; clock: Clock; failed: (error: unknown) => void }) {
  const { store, clock, failed } = options
  let waiting: StoredValue[] = []
  let written = Promise.resolve()
  let isDue = false
  let isStopped = false
  let takeBack: () => void = () => undefined
  const sinceTrim = new Map<string, number>()

  async function writeBatch(values: StoredValue[]): Promise<void> {
    await store.append(values)
    for (const point of values) {
      const key = keyOf(point)
      const count = (sinceTrim.get(key) ?? 0) + 1
      sinceTrim.set(key, count % trimmedEvery)
      if (count === trimmedEvery) await store.trim(point, mostOfPoint)
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const values = waiting.slice(0, batch)
      waiting = waiting.slice(batch)
      try {
        await writeBatch(values)
      } catch (error) {
        failed(error)
      }
    }
  }
  const flush = (): Promise<void> => {
    written = written.then(drain)
    return written
  }

  /** In the store's small steps, each in a turn of its own. */
  async function prune(): Promise<void> {
    try {
      let removed = 1
      while (removed > 0 && !isStopped) removed = await store.prune(clock.now() - historyKept)
    } catch (error) {
      failed(error)
    }
  }
  function keepPruning(): void {
    takeBack = clock.at(clock.now() + hour, keepPruning)
    void prune()
  }
  keepPruning()

  return {
    keep({ productKey, deviceKey }: DeviceAddress, values: readonly ReportedValue[]): void {
      const oldest = clock.now() - historyKept
      const young = values.filter(({ time }) => time >= oldest)
      if (isStopped || young.length === 0) return
      for (const value of young) waiting.push({ ...value, productKey, deviceKey })
      if (waiting.length > mostWaiting) waiting = waiting.slice(-mostWaiting)
      if (isDue) return
      isDue = true
      clock.at(clock.now() + gatheredFor, () => {
        isDue = false
        void flush()
      })
    },

    /** All that was reported before the question is there. */
    async find(span: HistorySpan): Promise<StoredValue[]> {
      await flush()
      return store.find(span)
    },

    /** Takes nothing more, and writes what waits. */
    stop(): Promise<void> {
      isStopped = true
      takeBack()
      return flush()
    },
  }
}
export type ValueHistory = ReturnType<typeof createValueHistory>

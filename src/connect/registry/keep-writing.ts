import { addressKey } from './organisation.ts'
import type { DeviceTimes, GatewayLink, RegistryStore, StoredValue } from './ports.ts'

/** ms for which a disk that refused is left in peace. */
const rest = 1000

/** Entries by what they are about: the newest of each counts. */
function createLate<T>(keyOf: (entry: T) => string) {
  const refused = new Map<string, { entry: T; order: number }>()
  return {
    refuse(entries: readonly T[], order: number): void {
      for (const entry of entries) {
        const key = keyOf(entry)
        if ((refused.get(key)?.order ?? 0) < order) refused.set(key, { entry, order })
      }
    },
    /** What was asked for earlier is of no use any more, and must not be written over this. */
    replace(entries: readonly T[], order: number): void {
      for (const entry of entries) {
        const key = keyOf(entry)
        if ((refused.get(key)?.order ?? 0) < order) refused.delete(key)
      }
    },
    /** Those that wait; they do not any more. */
    take(): T[] {
      const taken = [...refused.values()].map(({ entry }) => entry)
      refused.clear()
      return taken
    },
  }
}

interface LinkChange {
  link: GatewayLink
  isLinked: boolean
}

/**
 * A store that writes again what its disk refused, until it is there or something newer is: what devices reported while
 * the disk was full is known after a restart too. Its promises tell of the first try.
 */
export function keepWriting(store: RegistryStore): RegistryStore & { stop(): void } {
  const lateTimes = createLate<DeviceTimes>(addressKey)
  const lateValues = createLate<StoredValue>((value) => JSON.stringify([addressKey(value), value.id]))
  const lateLinks = createLate<LinkChange>(({ link }) => addressKey(link.subDevice))
  let asked = 0
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  async function written<T>(late: ReturnType<typeof createLate<T>>, entries: T[], write: () => Promise<void>) {
    asked += 1
    const order = asked
    late.replace(entries, order)
    try {
      await write()
      late.replace(entries, order)
    } catch (error) {
      late.refuse(entries, order)
      later()
      throw error
    }
  }

  const saveTimes = (times: DeviceTimes[]) => written(lateTimes, times, () => store.saveTimes(times))
  const saveValues = (values: StoredValue[]) => written(lateValues, values, () => store.saveValues(values))
  const changeLink = (change: LinkChange) =>
    written(lateLinks, [change], () => (change.isLinked ? store.link(change.link) : store.unlink(change.link)))

  function tryAgain(): void {
    timer = undefined
    const times = lateTimes.take()
    const values = lateValues.take()
    const tries = [
      ...(times.length > 0 ? [saveTimes(times)] : []),
      ...(values.length > 0 ? [saveValues(values)] : []),
      ...lateLinks.take().map(changeLink),
    ]
    // Who asked first has heard of it.
    for (const one of tries) one.catch(() => undefined)
  }

  function later(): void {
    if (!isStopped) timer ??= setTimeout(tryAgain, rest).unref()
  }

  return {
    load: store.load,
    saveTimes,
    saveValues,
    link: (link) => changeLink({ link, isLinked: true }),
    unlink: (link) => changeLink({ link, isLinked: false }),
    /** Tries once more, and no more after that. */
    stop(): void {
      isStopped = true
      clearTimeout(timer)
      tryAgain()
    },
  }
}

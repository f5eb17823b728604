import type { Live } from './live.ts'

const hour = 3_600_000

/** §1.4 rule 8. */
const historyKept = 7 * 24 * hour

/** Forgets commands older than the history, now and every hour; the answer ends that. */
export function keepPruning(live: Live): () => void {
  let takeBack: () => void = () => undefined
  const run = (): void => {
    takeBack = live.clock.at(live.clock.now() + hour, run)
    void prune(live)
  }
  run()
  return () => takeBack()
}

/** In the store's small steps, each in a turn of its own, so that nobody else waits long. */
async function prune(live: Live): Promise<void> {
  const before = live.clock.now() - historyKept
  try {
    let removed = 1
    while (removed > 0 && !live.stopping) removed = await live.store.prune(before)
  } catch (error) {
    live.onError(error)
  }
}

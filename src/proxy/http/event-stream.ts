import type { ServerResponse } from 'node:http'
import { aliveEventName, aliveInterval, helloEventName, operationEventName } from '#contract/panel/event.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** Bytes that may wait for a slow panel; one that lags further is dropped, and resumes by itself. */
const mostWaiting = 1024 * 1024
/** ms between looks whether the sessions of panels have ended. */
const watchInterval = 1000
/** Operations read at once for a panel that comes back. */
const pageSize = 200

/** What the stream reads of the store. */
interface Changes {
  changedSince(revision: number, limit: number): Operation[]
  revision(): number
}

const textOf = (operation: Operation): string =>
  `event: ${operationEventName}\nid: ${operation.revision}\ndata: ${JSON.stringify(operation)}\n\n`

/** Resolves when the panel has read what waits for it, or has gone. */
const room = (panel: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      panel.off('drain', go).off('close', go)
      resolve()
    }
    panel.on('drain', go).on('close', go)
  })

/** Server-sent events to every open panel; a change is written out once for all of them. */
export function createEventStream(store: Changes) {
  /** Each with whether it may still be told. */
  const panels = new Map<ServerResponse, () => boolean>()
  // An event, not a comment: a browser does not tell of comments, and a panel must notice when they stay away.
  const timer = setInterval(() => send(`event: ${aliveEventName}\ndata: {}\n\n`), aliveInterval)
  timer.unref()
  const watch = setInterval(closeEnded, watchInterval)
  watch.unref()

  function closeEnded(): void {
    for (const [panel, isLive] of panels) {
      if (isLive()) continue
      panels.delete(panel)
      panel.end()
    }
  }

  function send(text: string): void {
    for (const panel of panels.keys()) {
      if (panel.writableLength > mostWaiting) panel.destroy()
      else panel.write(text)
    }
  }

  /** Everything that changed after `revision`, at the pace of the panel; live events go on from there. */
  async function resume(panel: ServerResponse, revision: number, isLive: () => boolean): Promise<void> {
    let last = revision
    while (!panel.destroyed && isLive()) {
      const changes = store.changedSince(last, pageSize)
      const newest = changes.at(-1)
      // In the same turn as the reading that found nothing more: no change falls between.
      if (!newest) return void panels.set(panel, isLive)
      last = newest.revision
      if (!panel.write(changes.map(textOf).join(''))) await room(panel)
    }
    panel.end()
  }

  return {
    /** A change that is on disk. */
    publish(operation: Operation): void {
      if (panels.size > 0) send(textOf(operation))
    },

    /**
     * @param isLive whether the session of the panel's person goes on; the stream ends with it.
     * @param after the revision that the panel has seen; undefined for one that has just read everything.
     */
    async connect(panel: ServerResponse, isLive: () => boolean, after: number | undefined): Promise<void> {
      const revision = store.revision()
      // Its id is what the panel has, not what there is: it may be cut off before the rest arrives.
      panel.write(
        `retry: 1000\nevent: ${helloEventName}\nid: ${after ?? revision}\ndata: ${JSON.stringify({ revision })}\n\n`,
      )
      panel.once('close', () => panels.delete(panel))
      await resume(panel, after ?? revision, isLive)
    },

    /** Ends the streams of sessions that have ended; also done every second, as they may end elsewhere. */
    closeEnded,

    stop(): void {
      clearInterval(timer)
      clearInterval(watch)
      for (const panel of panels.keys()) panel.end()
      panels.clear()
    },
  }
}
export type EventStream = ReturnType<typeof createEventStream>

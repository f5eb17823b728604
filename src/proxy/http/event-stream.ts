import type { ServerResponse } from 'node:http'
import { aliveEventName, aliveInterval, helloEventName, operationEventName } from '#contract/panel/event.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** Bytes that may wait for a slow panel; one that lags further is dropped, and resumes by itself. */
const mostWaiting = 1024 * 1024
/** ms between looks whether the sessions of panels have ended. */
const watchInterval = 1000
/** Operations read at once for a panel that comes back. */
const pageSize = 200

/** Operations that may wait for the word whether a panel's person sees them. */
const mostJudged = 1000

/** Who listens with a panel. */
export interface Listener {
  /** Whether their session goes on; the stream ends with it. */
  isLive(): boolean
  /** Whether they may see an operation; left out where they see everything. Where it rejects the stream ends, to come back later. */
  sees?(operation: Operation): Promise<boolean>
}

/** What the stream reads of the store. */
interface Changes {
  changedSince(revision: number, limit: number): Operation[]
  revision(): number
}

const textOf = (operation: Operation): string =>
  `event: ${operationEventName}\nid: ${operation.revision}\ndata: ${JSON.stringify(operation)}\n\n`

/** Of an operation that is not for this panel: it has been told of all before, and resumes after it. */
const passed = ({ revision }: Operation): string => `id: ${revision}\n\n`

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
  /** Each with the operations that are judged one after the other, so that they are told in their order. */
  const panels = new Map<ServerResponse, { listener: Listener; judged: Promise<void>; waiting: number }>()
  // An event, not a comment: a browser does not tell of comments, and a panel must notice when they stay away.
  const timer = setInterval(() => send(`event: ${aliveEventName}\ndata: {}\n\n`), aliveInterval)
  timer.unref()
  const watch = setInterval(closeEnded, watchInterval)
  watch.unref()

  function closeEnded(): void {
    for (const [panel, { listener }] of panels) {
      if (listener.isLive()) continue
      panels.delete(panel)
      panel.end()
    }
  }

  function write(panel: ServerResponse, text: string): void {
    if (panel.writableEnded || panel.destroyed) return
    if (panel.writableLength > mostWaiting) panel.destroy()
    else panel.write(text)
  }

  function send(text: string): void {
    for (const panel of panels.keys()) write(panel, text)
  }

  /** Everything that changed after `revision`, at the pace of the panel; live events go on from there. */
  async function resume(panel: ServerResponse, revision: number, listener: Listener): Promise<void> {
    const { isLive, sees } = listener
    let last = revision
    while (!panel.destroyed && isLive()) {
      const changes = store.changedSince(last, pageSize)
      const newest = changes.at(-1)
      // In the same turn as the reading that found nothing more: no change falls between.
      if (!newest) return void panels.set(panel, { listener, judged: Promise.resolve(), waiting: 0 })
      last = newest.revision
      let text = ''
      for (const operation of changes) {
        if (!sees || (await sees(operation))) text += textOf(operation)
        else if (operation === newest) text += passed(operation)
      }
      if (!panel.write(text)) await room(panel)
    }
    panel.end()
  }

  return {
    /** A change that is on disk. */
    publish(operation: Operation): void {
      if (panels.size === 0) return
      const text = textOf(operation)
      for (const [panel, entry] of panels) {
        const { sees } = entry.listener
        if (!sees) {
          write(panel, text)
          continue
        }
        if (++entry.waiting > mostJudged) panel.destroy()
        entry.judged = entry.judged
          .then(async () => write(panel, (await sees(operation)) ? text : passed(operation)))
          // Nobody can say it now: cut off, the panel comes back for it.
          .catch(() => void panel.destroy())
          .finally(() => entry.waiting--)
      }
    },

    /** @param after the revision that the panel has seen; undefined for one that has just read everything. */
    async connect(panel: ServerResponse, listener: Listener, after: number | undefined): Promise<void> {
      const revision = store.revision()
      // Its id is what the panel has, not what there is: it may be cut off before the rest arrives.
      panel.write(
        `retry: 1000\nevent: ${helloEventName}\nid: ${after ?? revision}\ndata: ${JSON.stringify({ revision })}\n\n`,
      )
      panel.once('close', () => panels.delete(panel))
      await resume(panel, after ?? revision, listener).catch(() => void panel.destroy())
    },

    /** Panels that listen. */
    open: (): number => panels.size,

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

import { type IDBPDatabase, openDB } from 'idb'
import { type OutboxDraft, type OutboxOwner, outboxDraftSchema } from './outbox-draft.ts'

const databaseName = 'setpoint-outbox'
const storeName = 'drafts'
/** ms in which a database opens that can be opened at all. */
const openWithin = 5000

/** This browser keeps nothing: it is private, has no room, or was told so. */
export class OutboxUnavailable extends Error {}

/** What a draft leaves with, and when; where something else was typed than was kept, that is its age too. */
export type Release = Pick<OutboxDraft, 'send' | 'form' | 'deviceTime' | 'clockOffset'>

export interface OutboxContent {
  /** Oldest first. */
  own: OutboxDraft[]
  /** How many are another person's. */
  ofOthers: number
  /** How many are the same person's at another gateway. */
  elsewhere: number
}

const isOf = (owner: OutboxOwner, draft: OutboxDraft): boolean =>
  draft.owner.gatewayId === owner.gatewayId && draft.owner.personId === owner.personId

async function open(): Promise<IDBPDatabase> {
  if (!globalThis.indexedDB) throw new OutboxUnavailable('this browser has no databases')
  const opening = openDB(databaseName, 1, {
    upgrade: (database) => void database.createObjectStore(storeName, { keyPath: 'id' }),
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new OutboxUnavailable('the database of this browser does not open'))
      void opening.then((database) => database.close())
    }, openWithin)
  })
  return await Promise.race([opening, tooSlow]).finally(() => clearTimeout(timer))
}

/** Opened for each step and closed after it: nobody who clears the browser waits for us. */
async function within<T>(step: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  try {
    const database = await open()
    try {
      return await step(database)
    } finally {
      database.close()
    }
  } catch (cause) {
    if (cause instanceof DOMException) throw new OutboxUnavailable('this browser keeps nothing', { cause })
    throw cause
  }
}

/** @param next gives what takes its place; undefined leaves it as it is. @returns whether it was changed. */
const change = (id: string, next: (draft: OutboxDraft) => OutboxDraft | undefined): Promise<boolean> =>
  within(async (database) => {
    // Strict: a tablet that loses its power right after the send must know of it.
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
    const { data } = outboxDraftSchema.safeParse(await transaction.store.get(id))
    const changed = data && next(data)
    if (changed) await transaction.store.put(changed)
    await transaction.done
    return changed !== undefined
  })

/** The drafts that are kept on this device. Each call rejects with {@link OutboxUnavailable} where the browser keeps nothing. */
export const outboxStore = {
  list: (owner: OutboxOwner): Promise<OutboxContent> =>
    within(async (database) => {
      const stored = await database.getAll(storeName)
      const all = stored.flatMap((draft) => outboxDraftSchema.safeParse(draft).data ?? [])
      const own = all.filter((draft) => isOf(owner, draft)).toSorted((a, b) => a.deviceTime - b.deviceTime)
      const ofOthers = all.filter((draft) => draft.owner.personId !== owner.personId).length
      return { own, ofOthers, elsewhere: all.length - own.length - ofOthers }
    }),

  /** Keeps a draft, in place of an earlier one of its id; on disk when it resolves. */
  keep: (draft: OutboxDraft): Promise<void> =>
    within(async (database) => {
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
      await transaction.store.put(draft)
      await transaction.done
    }),

  /**
   * Puts on disk that a draft is about to leave; to be awaited before it does.
   * @returns false where it must not: it was released or deleted meanwhile, or is another person's.
   */
  begin: (id: string, owner: OutboxOwner, release: Release): Promise<boolean> =>
    change(id, (draft) => {
      if (!isOf(owner, draft) || draft.state === 'released') return undefined
      const { send, form } = release
      const isSame = send.body === draft.send.body && send.idempotencyKey === draft.send.idempotencyKey
      return { ...draft, ...(isSame ? { send, form } : release), state: 'releasing', wasTried: true }
    }),

  /** Puts on disk what a release led to: an operation, or for certain nothing (null): then it is kept as before. */
  async settle(id: string, operationId: string | null): Promise<void> {
    await change(id, (draft) => {
      if (operationId !== null) return { ...draft, state: 'released', operationId }
      // Of two that have looked, one found it: that stays.
      return draft.state === 'releasing' ? { ...draft, state: 'kept' } : undefined
    })
  },

  remove: (id: string): Promise<void> => within((database) => database.delete(storeName, id)),
}

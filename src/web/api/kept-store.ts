import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Session } from '#contract/panel/session.ts'

/** What the panel keeps for reading without a network: of one person at a time, by gateway. */
interface KeptSchema extends DBSchema {
  /** The person's session as it was last heard of; at most one. */
  sessions: { key: string; value: KeptSession }
  /** Key: owner, hash of the query. */
  answers: { key: [string, string]; value: { queryKey: readonly unknown[]; queryType?: 'infinite'; form: unknown } }
  /** Beside each answer, so that one that only proved to be as before is not written anew. */
  stamps: { key: [string, string]; value: { updatedAt: number; size: number } }
}

export interface KeptSession {
  session: Session
  /** When it was answered, and when anything was answered last; by this machine's clock, ms since the epoch. */
  answeredAt: number
  heardAt: number
  /** What the panel that kept it took for the shapes of answers; other shapes are thrown away. */
  shapes: string
  /** The server has said that it is over: nothing is shown of it until the person signs in. */
  isOver: boolean
}

/** One answer to keep; without its form it is as it was kept before. */
export interface AnswerToKeep {
  hash: string
  queryKey: readonly unknown[]
  queryType?: 'infinite' | undefined
  /** By this machine's clock, ms since the epoch. */
  updatedAt: number
  form?: { form: unknown; size: number }
}

export interface KeptAnswer {
  hash: string
  queryKey: readonly unknown[]
  queryType?: 'infinite' | undefined
  updatedAt: number
  form: unknown
}

export interface KeptBounds {
  /** Answers, of all gateways. */
  answers: number
  /** Bytes, about. */
  bytes: number
  /** Bytes of one answer. */
  bytesOfOne: number
  /** ms since the server was last heard of. */
  age: number
}

/** A week in the field; as much as a few hundred devices with their points and a fleet of 1000 take. */
export const usualBounds: KeptBounds = {
  answers: 600,
  bytes: 24_000_000,
  bytesOfOne: 6_000_000,
  age: 7 * 24 * 60 * 60_000,
}

export type KeptStore = ReturnType<typeof createKeptStore>

/** The owner of answers: a person at a gateway. */
export const ownerName = (personId: string, gatewayId: string): string => JSON.stringify([personId, gatewayId])

/**
 * Keeps answers in IndexedDB. Everything is in one transaction each, so that what one tab forgets another does not
 * write again: without a session that is not over, nothing is kept.
 * @param shapes of the answers that this panel reads.
 */
export function createKeptStore(shapes: string, bounds: KeptBounds = usualBounds) {
  const all = ['sessions', 'answers', 'stamps'] as const
  let opened: Promise<IDBPDatabase<KeptSchema>> | undefined
  const lose = () => {
    opened = undefined
  }
  const database = () => {
    opened ??= openDB<KeptSchema>('setpoint-kept', 1, {
      upgrade(database) {
        for (const name of all) database.createObjectStore(name)
      },
      // Another tab's newer panel must not wait for this one.
      blocking: (_now, _next, event) => {
        lose()
        ;(event.target as IDBDatabase).close()
      },
      terminated: lose,
    })
    return opened
  }
  const ofOwner = (owner: string) => IDBKeyRange.bound([owner], [owner, []])
  const isReadable = (kept: KeptSession | undefined): kept is KeptSession =>
    kept !== undefined && !kept.isOver && kept.shapes === shapes

  return {
    /** From now on answers are kept for the person of this session; those of anybody else are deleted. */
    async begin(session: Session, answeredAt: number): Promise<void> {
      const transaction = (await database()).transaction(all, 'readwrite')
      const [sessions, answers, stamps] = all.map((name) => transaction.objectStore(name))
      const personId = session.person.id
      const before = await transaction.objectStore('sessions').get(personId)
      const isOthers = (await transaction.objectStore('sessions').getAllKeys()).some((id) => id !== personId)
      if (isOthers || before?.shapes !== shapes) {
        await Promise.all([sessions?.clear(), answers?.clear(), stamps?.clear()])
      }
      await transaction
        .objectStore('sessions')
        .put({ session, answeredAt, heardAt: answeredAt, shapes, isOver: false }, personId)
      await transaction.done
    },

    /**
     * Keeps answers, and lets the oldest go where there are too many.
     * @returns the hashes of those that were said to be kept already and are not.
     */
    async keep(personId: string, gatewayId: string, toKeep: AnswerToKeep[]): Promise<string[]> {
      const transaction = (await database()).transaction(all, 'readwrite')
      const answers = transaction.objectStore('answers')
      const stamps = transaction.objectStore('stamps')
      const missing: string[] = []
      const owner = ownerName(personId, gatewayId)
      const kept = await transaction.objectStore('sessions').get(personId)
      if (isReadable(kept)) {
        const heardAt = Math.max(kept.heardAt, ...toKeep.map(({ updatedAt }) => updatedAt))
        await transaction.objectStore('sessions').put({ ...kept, heardAt }, personId)
        for (const { hash, queryKey, queryType, updatedAt, form } of toKeep) {
          const key: [string, string] = [owner, hash]
          const before = await stamps.get(key)
          // Another tab may have heard of it later.
          if (before && before.updatedAt > updatedAt) continue
          if (form && form.size > bounds.bytesOfOne) await Promise.all([answers.delete(key), stamps.delete(key)])
          else if (form) {
            await answers.put({ queryKey, ...(queryType && { queryType }), form: form.form }, key)
            await stamps.put({ updatedAt, size: form.size }, key)
          } else if (before) await stamps.put({ ...before, updatedAt }, key)
          else missing.push(hash)
        }
        const keys = await stamps.getAllKeys()
        const held = (await stamps.getAll()).map((stamp, index) => ({ ...stamp, key: keys[index] }))
        held.sort((a, b) => b.updatedAt - a.updatedAt)
        let bytes = 0
        for (const [index, { key, size }] of held.entries()) {
          bytes += size
          if (!key || (index < bounds.answers && bytes <= bounds.bytes)) continue
          await Promise.all([answers.delete(key), stamps.delete(key)])
        }
      }
      await transaction.done
      return missing
    },

    /** The session whose person may read what is kept; null for none. @param now ms since the epoch */
    async session(now: number): Promise<KeptSession | null> {
      const [kept] = await (await database()).getAll('sessions')
      return isReadable(kept) && now - kept.heardAt <= bounds.age ? kept : null
    },

    /** All that is kept for a person at a gateway. */
    async answers(personId: string, gatewayId: string): Promise<KeptAnswer[]> {
      const transaction = (await database()).transaction(all)
      if (!isReadable(await transaction.objectStore('sessions').get(personId))) return []
      const range = ofOwner(ownerName(personId, gatewayId))
      const [keys, values, stamps] = await Promise.all([
        transaction.objectStore('answers').getAllKeys(range),
        transaction.objectStore('answers').getAll(range),
        transaction.objectStore('stamps').getAll(range),
      ])
      return values.map(({ queryKey, queryType, form }, index) => ({
        hash: keys[index]?.[1] ?? '',
        queryKey,
        queryType,
        updatedAt: stamps[index]?.updatedAt ?? 0,
        form,
      }))
    },

    /** The server has said that nobody is signed in: what is kept stays, unseen, until the person is. */
    async hide(): Promise<void> {
      const transaction = (await database()).transaction('sessions', 'readwrite')
      for (const kept of await transaction.store.getAll()) {
        await transaction.store.put({ ...kept, isOver: true }, kept.session.person.id)
      }
      await transaction.done
    },

    /** Deletes everything, for everybody. */
    async forget(): Promise<void> {
      const transaction = (await database()).transaction(all, 'readwrite')
      await Promise.all(all.map((name) => transaction.objectStore(name).clear()))
      await transaction.done
    },

    async close(): Promise<void> {
      const closing = opened
      lose()
      ;(await closing)?.close()
    },
  }
}

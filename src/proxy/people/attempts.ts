import * as z from 'zod'
import { Failure } from '#contract/enos/failure.ts'
import type { Database } from '#database/open-database.ts'
import { hashOf } from './hash-of.ts'

/** Scope → failed attempts after which one has to wait. A whole shift may share the address of its reverse proxy. */
const free = { account: 5, address: 20 } as const
type Scope = keyof typeof free

/** Seconds after the last of the free attempts; doubled with each that follows. */
const firstWait = 30
const longestWait = 15 * 60
/** ms after which an attempt is forgotten. */
const memory = 60 * 60 * 1000

const waitAfter = (count: number, scope: Scope): number =>
  count < free[scope] ? 0 : Math.min(firstWait * 2 ** Math.min(count - free[scope], 20), longestWait)

const rowSchema = z.optional(z.object({ count: z.number(), time: z.number() }))

export const attemptKey = (id: string): string => hashOf(`account ${id}`)

/** Limits attempts to sign in by account and by address; kept on disk, so that a restart forgives nothing. */
export function openAttempts({ sqlite, write }: Database, now: () => number) {
  const read = sqlite.prepare('SELECT count, time FROM attempt WHERE scope = ? AND keyHash = ? AND time > ?')
  const count = sqlite.prepare(
    `INSERT INTO attempt (scope, keyHash, count, time) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = excluded.count, time = excluded.time`,
  )
  const takeBack = sqlite.prepare('UPDATE attempt SET count = max(0, count - 1) WHERE scope = ? AND keyHash = ?')
  const forget = sqlite.prepare('DELETE FROM attempt WHERE scope = ? AND keyHash = ?')
  const forgetOld = sqlite.prepare('DELETE FROM attempt WHERE time <= ?')

  const keysOf = (id: string, address: string): [Scope, string][] => [
    ['account', attemptKey(id)],
    ['address', hashOf(`address ${address}`)],
  ]

  return {
    /**
     * Counts an attempt as failed before it is made, so that many at the same time are many.
     * @throws Failure tooManyAttempts with the seconds to wait; such a one is not counted.
     */
    begin: (id: string, address: string): Promise<void> =>
      write(() => {
        const time = now()
        forgetOld.run(time - memory)
        const seen = keysOf(id, address).map(([scope, key]) => {
          const row = rowSchema.parse(read.get(scope, key, time - memory))
          return { scope, key, count: row?.count ?? 0, time: row?.time ?? 0 }
        })
        const waits = seen.map((one) => one.time + waitAfter(one.count, one.scope) * 1000 - time)
        const retryAfter = Math.ceil(Math.max(...waits) / 1000)
        if (retryAfter > 0) {
          throw new Failure('tooManyAttempts', `too many attempts: wait ${retryAfter} s`, { data: { retryAfter } })
        }
        for (const one of seen) count.run(one.scope, one.key, one.count + 1, time)
      }),
    /** It was the right password: the account's failures are forgotten, of the address only this attempt. */
    succeeded: (id: string, address: string): Promise<void> =>
      write(() => {
        for (const [scope, key] of keysOf(id, address)) {
          if (scope === 'account') forget.run(scope, key)
          else takeBack.run(scope, key)
        }
      }),
    /** It was not made in the end. */
    takeBack: (id: string, address: string): Promise<void> =>
      write(() => {
        for (const key of keysOf(id, address)) takeBack.run(...key)
      }),
  }
}
export type Attempts = ReturnType<typeof openAttempts>

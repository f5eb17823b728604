import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Person, sessionSchema } from '#contract/panel/session.ts'
import type { Database } from '#database/open-database.ts'
import { type Accounts, personOf } from './accounts.ts'
import { hashOf } from './hash-of.ts'
import type { Asker } from './ports.ts'

/** Both in seconds. */
export interface SessionLimits {
  /** Without a call that a person made. */
  idle: number
  /** Since the sign-in, whatever is done. */
  absolute: number
}

const personSchema = sessionSchema.shape.person
const rowSchema = z.object({
  id: z.number(),
  kind: z.enum(['local', 'oidc']),
  personId: z.string(),
  person: z.nullable(z.string().transform((text) => personSchema.parse(JSON.parse(text)))),
  signInTime: z.number(),
  seenTime: z.number(),
  address: z.string(),
})
type Row = z.output<typeof rowSchema>

export interface FoundSession extends Pick<Row, 'id' | 'kind' | 'personId'> {
  asker: Asker
}

/** Who is signed in, in which browser. A session holds only while its person may sign in, as of the moment of asking. */
export function openSessions(
  { sqlite, write }: Database,
  accounts: Accounts,
  limits: SessionLimits,
  now: () => number,
) {
  const idle = limits.idle * 1000
  const absolute = limits.absolute * 1000
  const withToken = sqlite.prepare('SELECT * FROM session WHERE tokenHash = ?')
  const withId = sqlite.prepare('SELECT * FROM session WHERE id = ?')
  const insert = sqlite.prepare(
    `INSERT INTO session (tokenHash, kind, personId, person, createTime, signInTime, seenTime, address)
     VALUES (@tokenHash, @kind, @personId, @person, @time, @time, @time, @address)`,
  )
  const renew = sqlite.prepare(
    `UPDATE session SET tokenHash = @tokenHash, person = @person, signInTime = @time, seenTime = @time, address = @address
     WHERE tokenHash = @oldHash AND kind = @kind AND personId = @personId`,
  )
  const see = sqlite.prepare('UPDATE session SET seenTime = ? WHERE id = ?')
  const endOne = sqlite.prepare('DELETE FROM session WHERE id = ?')
  const endWithToken = sqlite.prepare('DELETE FROM session WHERE tokenHash = ?')
  const endOfPerson = sqlite.prepare('DELETE FROM session WHERE kind = ? AND personId = ?')
  const endOver = sqlite.prepare('DELETE FROM session WHERE signInTime <= ? OR seenTime <= ? RETURNING *')

  const isOver = ({ signInTime, seenTime }: Row): boolean => now() >= Math.min(signInTime + absolute, seenTime + idle)
  const signInSince = (time: number) => ({ time, endTime: time + absolute, idleLimit: limits.idle })

  function personIn({ kind, personId, person }: Row): Person | undefined {
    if (kind === 'oidc') return person ?? undefined
    const account = accounts.find(personId)
    return account && !account.disabled ? personOf(account) : undefined
  }

  function found(read: unknown): (FoundSession & { seenTime: number }) | undefined {
    if (read === undefined) return undefined
    const row = rowSchema.parse(read)
    const person = isOver(row) ? undefined : personIn(row)
    return person && { ...row, asker: { person, signIn: signInSince(row.signInTime) } }
  }

  return {
    find: (token: string): FoundSession | undefined => found(withToken.get(hashOf(token))),
    isLive: (id: number): boolean => found(withId.get(id)) !== undefined,

    /** A person was there. Written down rarely, so that reading does not make the disk busy. */
    async seen(id: number): Promise<void> {
      const session = found(withId.get(id))
      if (!session || now() - session.seenTime < idle / 60) return
      await write(() => see.run(now(), id))
    },

    /** @param oldToken what the browser held before, which ends with this. */
    async begin(
      person: Person,
      address: string,
      oldToken: string | undefined,
    ): Promise<{ token: string; asker: Asker }> {
      const token = randomBytes(32).toString('base64url')
      const time = now()
      const oldHash = oldToken === undefined ? '' : hashOf(oldToken)
      const kind = person.kind === 'local' ? 'local' : 'oidc'
      const row = {
        tokenHash: hashOf(token),
        kind,
        personId: person.id,
        person: kind === 'local' ? null : JSON.stringify(person),
        time,
        address,
      }
      await write(() => {
        if (renew.run({ ...row, oldHash }).changes > 0) return
        endWithToken.run(oldHash)
        insert.run(row)
      })
      return { token, asker: { person, signIn: signInSince(time) } }
    },

    end: (id: number): Promise<void> => write(() => void endOne.run(id)),
    /** @returns how many there were. */
    endAllOf: ({ kind, personId }: FoundSession): Promise<number> =>
      write(() => endOfPerson.run(kind, personId).changes),

    /** Removes those that are past a limit. */
    sweep: (): Promise<{ person: string; address: string; why: string }[]> =>
      write(() =>
        endOver.all(now() - absolute, now() - idle).map((read) => {
          const { personId, address, signInTime } = rowSchema.parse(read)
          const why = now() >= signInTime + absolute ? 'absolute limit' : 'idle limit'
          return { person: personId, address, why }
        }),
      ),
  }
}
export type Sessions = ReturnType<typeof openSessions>

import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Person, sessionSchema } from '#contract/panel/session.ts'
import type { Database } from '#database/open-database.ts'
import { type Accounts, personOf } from './accounts.ts'
import { hashOf } from './hash-of.ts'
import type { Asker, Proof } from './ports.ts'

/** What claims make of a person; undefined where they may not do anything here. */
export type GrantOf = (claims: Proof['claims']) => Pick<Person, 'role' | 'assetIds'> | undefined

/** Both in seconds. */
export interface SessionLimits {
  /** Without a call that a person made. */
  idle: number
  /** Since the sign-in, whatever is done. */
  absolute: number
}

const personSchema = sessionSchema.shape.person
const claimsSchema = z.record(z.string(), z.unknown())
const rowSchema = z.object({
  id: z.number(),
  kind: z.enum(['local', 'oidc']),
  personId: z.string(),
  person: z.nullable(z.string().transform((text) => personSchema.parse(JSON.parse(text)))),
  claims: z.nullable(z.string().transform((text) => claimsSchema.parse(JSON.parse(text)))),
  proofTime: z.number(),
  signInTime: z.number(),
  seenTime: z.number(),
  address: z.string(),
  endWhy: z.nullable(z.string()),
})
type Row = z.output<typeof rowSchema>

export interface FoundSession extends Pick<Row, 'id' | 'kind' | 'personId' | 'seenTime'> {
  asker: Asker
}

export interface SessionParts {
  accounts: Accounts
  limits: SessionLimits
  grantOf: GrantOf
  now(): number
}

/** Who is signed in, in which browser. A session holds only while its person may sign in, as of the moment of asking. */
export function openSessions({ sqlite, write }: Database, { accounts, limits, grantOf, now }: SessionParts) {
  const idle = limits.idle * 1000
  const absolute = limits.absolute * 1000
  const withToken = sqlite.prepare('SELECT * FROM session WHERE tokenHash = ?')
  const withId = sqlite.prepare('SELECT * FROM session WHERE id = ?')
  const insert = sqlite.prepare(
    `INSERT INTO session (tokenHash, kind, personId, person, claims, createTime, signInTime, proofTime, seenTime, address)
     VALUES (@tokenHash, @kind, @personId, @person, @claims, @time, @time, @proofTime, @time, @address)`,
  )
  const renew = sqlite.prepare(
    `UPDATE session SET tokenHash = @tokenHash, person = @person, claims = @claims, signInTime = @time, proofTime = @proofTime,
       seenTime = @time, address = @address
     WHERE tokenHash = @oldHash AND kind = @kind AND personId = @personId AND endWhy IS NULL`,
  )
  const see = sqlite.prepare('UPDATE session SET seenTime = ? WHERE id = ?')
  const endOne = sqlite.prepare('DELETE FROM session WHERE id = ?')
  const endWithToken = sqlite.prepare('DELETE FROM session WHERE tokenHash = ?')
  const endOfPerson = sqlite.prepare('DELETE FROM session WHERE kind = ? AND personId = ?')
  const endOver = sqlite.prepare(
    'DELETE FROM session WHERE signInTime <= ? OR seenTime <= ? OR endWhy IS NOT NULL RETURNING *',
  )

  const isOver = ({ signInTime, seenTime, endWhy }: Row): boolean =>
    endWhy !== null || now() >= Math.min(signInTime + absolute, seenTime + idle)
  const partOf = ({ signInTime, proofTime }: Pick<Row, 'signInTime' | 'proofTime'>) => ({
    time: proofTime,
    endTime: signInTime + absolute,
    idleLimit: limits.idle,
  })

  function personIn({ kind, personId, person, claims }: Row): Person | undefined {
    if (kind === 'oidc') {
      const grant = grantOf(claims ?? {})
      return person && grant ? { ...person, ...grant } : undefined
    }
    const account = accounts.find(personId)
    return account && !account.disabled ? personOf(account) : undefined
  }

  function found(read: unknown): FoundSession | undefined {
    if (read === undefined) return undefined
    const row = rowSchema.parse(read)
    const person = isOver(row) ? undefined : personIn(row)
    return person && { ...row, asker: { person, signIn: partOf(row) } }
  }

  return {
    find: (token: string): FoundSession | undefined => found(withToken.get(hashOf(token))),
    findById: (id: number): FoundSession | undefined => found(withId.get(id)),

    /** A person was there. Written down rarely, so that reading does not make the disk busy. */
    async seen({ id, seenTime }: Pick<FoundSession, 'id' | 'seenTime'>): Promise<void> {
      if (now() - seenTime < idle / 60 || !found(withId.get(id))) return
      await write(() => see.run(now(), id))
    },

    /**
     * @param proof of a person from elsewhere; left out, they have proved it just now.
     * @param oldToken what the browser held before, which ends with this.
     */
    async begin(
      person: Person,
      address: string,
      { oldToken, proof }: { oldToken: string | undefined; proof: Proof | undefined },
    ): Promise<{ token: string; asker: Asker }> {
      const token = randomBytes(32).toString('base64url')
      const time = now()
      const oldHash = oldToken === undefined ? '' : hashOf(oldToken)
      const isLocal = person.kind === 'local'
      const proofTime = Math.min(proof?.time ?? time, time)
      const row = {
        tokenHash: hashOf(token),
        kind: isLocal ? 'local' : 'oidc',
        personId: person.id,
        person: isLocal ? null : JSON.stringify(person),
        claims: isLocal ? null : JSON.stringify(proof?.claims ?? {}),
        time,
        proofTime,
        address,
      }
      await write(() => {
        if (renew.run({ ...row, oldHash }).changes > 0) return
        endWithToken.run(oldHash)
        insert.run(row)
      })
      return { token, asker: { person, signIn: partOf({ signInTime: time, proofTime }) } }
    },

    end: (id: number): Promise<void> => write(() => void endOne.run(id)),
    /** @returns how many there were. */
    endAllOf: ({ kind, personId }: FoundSession): Promise<number> =>
      write(() => endOfPerson.run(kind, personId).changes),

    /** Removes those that are past a limit, or were ended from beside. */
    sweep: (): Promise<{ person: string; address: string; why: string }[]> =>
      write(() =>
        endOver.all(now() - absolute, now() - idle).map((read) => {
          const { personId, address, signInTime, endWhy } = rowSchema.parse(read)
          const limit = now() >= signInTime + absolute ? 'absolute limit' : 'idle limit'
          return { person: personId, address, why: endWhy ?? limit }
        }),
      ),
  }
}
export type Sessions = ReturnType<typeof openSessions>

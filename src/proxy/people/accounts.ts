import * as z from 'zod'
import { type Role, roles } from '#contract/panel/role.ts'
import type { Person } from '#contract/panel/session.ts'
import type { Database } from '#database/open-database.ts'
import { builtIn } from './built-in.ts'

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  assetIds: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  passwordHash: z.string(),
  disabled: z.literal([0, 1]).transform((flag) => flag === 1),
  createTime: z.number(),
  changeTime: z.number(),
})
export type Account = z.output<typeof rowSchema>

/** What a person's name to sign in with may be; no colon, so that it is never the id of somebody from elsewhere. */
export const accountIdSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._@+-]{0,63}$/,
    'a name to sign in with has up to 64 letters a–z, digits and . _ @ + -, and begins with a letter or digit',
  )
  .refine((id) => id !== builtIn('').id, 'this name stands for the built-in user in the record')

export const personOf = ({ id, name, role, assetIds }: Account): Person => ({ id, name, role, assetIds, kind: 'local' })

/** The accounts of people who sign in with name and password. Reading is from disk each time: another program may write. */
export function openAccounts({ sqlite, write }: Database) {
  const any = sqlite.prepare('SELECT EXISTS (SELECT 1 FROM account)').pluck()
  let isAny = false
  const one = sqlite.prepare('SELECT * FROM account WHERE id = ?')
  const all = sqlite.prepare('SELECT * FROM account ORDER BY id')
  const insert = sqlite.prepare(
    `INSERT INTO account (id, name, role, assetIds, passwordHash, createTime, changeTime)
     VALUES (@id, @name, @role, @assetIds, @passwordHash, @time, @time) ON CONFLICT DO NOTHING`,
  )
  const endSessions = sqlite.prepare("UPDATE session SET endWhy = ? WHERE kind = 'local' AND personId = ?")
  const forgive = sqlite.prepare("DELETE FROM attempt WHERE scope = 'account' AND keyHash = ?")

  const update = (assignments: string) =>
    sqlite.prepare(`UPDATE account SET ${assignments}, changeTime = @time WHERE id = @id`)
  const setDisabled = update('disabled = @disabled')
  const setPassword = update('passwordHash = @passwordHash')
  const setRole = update('role = @role, assetIds = @assetIds')

  const changed = ({ changes }: { changes: number }): boolean => changes > 0

  return {
    /** Whether there is anybody, disabled or not: then there is no built-in user. */
    any(): boolean {
      // Accounts are disabled, never removed.
      isAny ||= any.get() === 1
      return isAny
    },
    find(id: string): Account | undefined {
      const row = one.get(id)
      return row === undefined ? undefined : rowSchema.parse(row)
    },
    list: (): Account[] => all.all().map((row) => rowSchema.parse(row)),

    /** @returns false where the name is taken. */
    add: (account: Pick<Account, 'id' | 'name' | 'role' | 'assetIds' | 'passwordHash'>): Promise<boolean> =>
      write(() => changed(insert.run({ ...account, assetIds: JSON.stringify(account.assetIds), time: Date.now() }))),
    /** Disabling also ends the person's sessions, so that enabling brings none back. @returns false for nobody. */
    disable: (id: string, disabled: boolean): Promise<boolean> =>
      write(() => {
        if (disabled) endSessions.run('account disabled', id)
        return changed(setDisabled.run({ id, disabled: disabled ? 1 : 0, time: Date.now() }))
      }),
    /** Ends the person's sessions. @param attemptKeyHash of the account: its failed attempts are forgotten. */
    changePassword: (id: string, passwordHash: string, attemptKeyHash: string): Promise<boolean> =>
      write(() => {
        endSessions.run('password changed', id)
        forgive.run(attemptKeyHash)
        return changed(setPassword.run({ id, passwordHash, time: Date.now() }))
      }),
    /** @param assetIds the assets below which the role holds; none: everywhere. */
    changeRole: (id: string, role: Role, assetIds: string[]): Promise<boolean> =>
      write(() => changed(setRole.run({ id, role, assetIds: JSON.stringify(assetIds), time: Date.now() }))),
  }
}
export type Accounts = ReturnType<typeof openAccounts>

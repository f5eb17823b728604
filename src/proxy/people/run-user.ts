import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { roles } from '#contract/panel/role.ts'
import { passwordCostOf, passwordSettings } from '../read-people-config.ts'
import { type Account, type Accounts, accountIdSchema, openAccounts } from './accounts.ts'
import { attemptKey } from './attempts.ts'
import { checkPassword } from './check-password.ts'
import { openPeopleFile, peopleFile } from './open-people-file.ts'
import { createPasswords } from './passwords.ts'

export const userUsage = `Usage: setpoint user <what>
  add NAME --role ROLE [--name "Display name"] [--asset ID]…   let a person in; asks for a password
  list                                                         who there is
  disable NAME | enable NAME                                   end their sessions and let them in no more | again
  password NAME                                                a new password; ends their sessions
  role NAME --role ROLE [--asset ID]…                          what they may do, and below which assets
ROLE is one of ${roles.join(', ')}. Without --asset it holds everywhere.
The password is asked for at the terminal, or read from standard input as one line.
People are kept in people.sqlite in DATA_DIR (./data), which a proxy that runs reads at every request.`

const settings = z.object({ DATA_DIR: z.string().trim().min(1).default('./data'), ...passwordSettings })

interface Terminal {
  print(line: string): void
  /** A new password. */
  askPassword(): Promise<string>
}

interface Given {
  accounts: Accounts
  /** The name to sign in with. */
  id: string
  displayName: string | undefined
  role: string | undefined
  assetIds: string[]
  newPasswordHash(): Promise<string>
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  throw new Error(error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; '))
}

const roleSchema = z.enum(roles, `--role: must be one of ${roles.join(', ')}`)
const displayNameSchema = z
  .string()
  .trim()
  .min(1, '--name: must not be empty')
  .max(100, '--name: at most 100 characters')
const assetIdSchema = z.array(z.string().trim().min(1, '--asset: must not be empty'))

const placesOf = ({ assetIds }: Pick<Account, 'assetIds'>): string =>
  assetIds.length === 0 ? 'everywhere' : `below ${assetIds.join(', ')}`
const lineOf = ({ id, name, role, disabled, ...places }: Account): string =>
  `${id}  ${name}  ${role}, ${placesOf(places)}${disabled ? '  DISABLED' : ''}`

function found({ accounts, id }: Given): Account {
  const account = accounts.find(id)
  if (account) return account
  throw new Error(`there is no person ${id}; "setpoint user list" shows who there is`)
}

/** What can be done about one person; each answers what it did. */
const deeds: Record<string, (given: Given) => Promise<string>> = {
  async add(given) {
    const { accounts, id, newPasswordHash } = given
    const role = parse(roleSchema, given.role)
    const name = parse(displayNameSchema, given.displayName ?? id)
    const taken = `there is a person ${id} already; change them with "role" or "password"`
    if (accounts.find(id)) throw new Error(taken)
    const { assetIds } = given
    if (!(await accounts.add({ id, name, role, assetIds, passwordHash: await newPasswordHash() })))
      throw new Error(taken)
    return `added ${id}: ${role}, ${placesOf(given)}`
  },
  async disable(given) {
    await given.accounts.disable(found(given).id, true)
    return `disabled ${given.id}, and ended their sessions`
  },
  async enable(given) {
    await given.accounts.disable(found(given).id, false)
    return `enabled ${given.id}`
  },
  async password(given) {
    const { id } = found(given)
    await given.accounts.changePassword(id, await given.newPasswordHash(), attemptKey(id))
    return `changed the password of ${id}, and ended their sessions`
  },
  async role(given) {
    const { id } = found(given)
    const role = parse(roleSchema, given.role)
    await given.accounts.changeRole(id, role, given.assetIds)
    return `${id} is ${role} now, ${placesOf(given)}`
  },
}

/**
 * The command `user`.
 * @returns its exit code, 0.
 * @throws Error with the sentence that says why it was not done.
 */
export async function runUser(
  args: string[],
  environment: Record<string, string | undefined>,
  { print, askPassword }: Terminal,
): Promise<number> {
  const asset = { type: 'string', multiple: true } as const
  const options = { name: { type: 'string' }, role: { type: 'string' }, asset, help: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [what = '', written, ...more] = positionals
  const deed = Object.hasOwn(deeds, what) ? deeds[what] : undefined
  const isComplete = deed ? written !== undefined : what === 'list' && written === undefined
  if (values.help || !isComplete || more.length > 0) throw new Error(userUsage)

  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const read = parse(settings, present)
  const file = peopleFile(read.DATA_DIR)
  if (what !== 'add' && !existsSync(file)) throw new Error(`there is nobody yet: no ${file}; DATA_DIR names its folder`)
  const id = written === undefined ? '' : parse(accountIdSchema, written)
  const assetIds = parse(assetIdSchema, values.asset ?? [])
  const database = openPeopleFile(read.DATA_DIR)
  try {
    const accounts = openAccounts(database)
    if (!deed) {
      for (const account of accounts.list()) print(lineOf(account))
      return 0
    }
    const newPasswordHash = async () => {
      const password = await askPassword()
      checkPassword(password, id)
      return await createPasswords(passwordCostOf(read)).hash(password)
    }
    const { name: displayName, role } = values
    print(`${await deed({ accounts, id, displayName, role, assetIds, newPasswordHash })} (${file})`)
    return 0
  } finally {
    database.close()
  }
}

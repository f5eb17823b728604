import { join } from 'node:path'
import { openDatabase } from '#database/open-database.ts'
import { openAccounts } from './accounts.ts'
import { openAttempts } from './attempts.ts'
import { migrations } from './migrations.ts'
import { createPasswords, type PasswordCost } from './passwords.ts'
import { type GrantOf, openSessions, type SessionLimits } from './sessions.ts'

/** Accounts, sessions and attempts to sign in, all in `people.sqlite`. */
export function openPeople(
  config: { dataDirectory: string; sessions: SessionLimits; passwordCost: PasswordCost },
  grantOf: GrantOf,
  now: () => number = Date.now,
) {
  const database = openDatabase(`sqlite:${join(config.dataDirectory, 'people.sqlite')}`, migrations)
  const accounts = openAccounts(database)
  return {
    accounts,
    sessions: openSessions(database, { accounts, limits: config.sessions, grantOf, now }),
    attempts: openAttempts(database, now),
    passwords: createPasswords(config.passwordCost),
    close: database.close,
  }
}
export type People = ReturnType<typeof openPeople>

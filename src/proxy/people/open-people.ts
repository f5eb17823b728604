import { join } from 'node:path'
import { openDatabase } from '#database/open-database.ts'
import { openAccounts } from './accounts.ts'
import { openAttempts } from './attempts.ts'
import { migrations } from './migrations.ts'
import { createPasswords, type PasswordCost } from './passwords.ts'
import { type GrantOf, openSessions, type SessionLimits } from './sessions.ts'

export interface PeopleConfig {
  dataDirectory: string
  sessions: SessionLimits
  passwordCost: PasswordCost
}

/** Accounts, sessions and attempts to sign in, all in `people.sqlite`. */
export function openPeople(
  { dataDirectory, sessions: limits, passwordCost }: PeopleConfig,
  grantOf: GrantOf,
  now: () => number = Date.now,
) {
  const database = openDatabase(`sqlite:${join(dataDirectory, 'people.sqlite')}`, migrations)
  const accounts = openAccounts(database)
  return {
    accounts,
    sessions: openSessions(database, { accounts, limits, grantOf, now }),
    attempts: openAttempts(database, now),
    passwords: createPasswords(passwordCost),
    close: database.close,
  }
}
export type People = ReturnType<typeof openPeople>

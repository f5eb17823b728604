import { openAccounts } from './accounts.ts'
import { openAttempts } from './attempts.ts'
import { openPeopleFile } from './open-people-file.ts'
import { createPasswords, type PasswordCost } from './passwords.ts'
import { type GrantOf, openSessions, type SessionLimits } from './sessions.ts'

/** Accounts, sessions and attempts to sign in, all in `people.sqlite`. */
export function openPeople(
  config: { dataDirectory: string; sessions: SessionLimits; passwordCost: PasswordCost },
  grantOf: GrantOf,
  now: () => number = Date.now,
) {
  const database = openPeopleFile(config.dataDirectory)
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

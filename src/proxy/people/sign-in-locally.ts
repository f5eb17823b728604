import { Failure } from '#contract/enos/failure.ts'
import type { Person } from '#contract/panel/session.ts'
import { type Accounts, personOf } from './accounts.ts'
import type { Attempts } from './attempts.ts'
import type { Passwords } from './passwords.ts'

export interface LocalSignIn {
  accounts: Accounts
  attempts: Attempts
  passwords: Passwords
  /** For the log alone: why, and of which account; null where there is none of that name, which may be a mistyped secret. */
  refused(why: string, accountId: string | null): void
}

/**
 * Who has this name and password.
 * @throws Failure tooManyAttempts or tooManyRequests with the seconds to wait; wrongPassword for whatever else is wrong,
 * after the same time and in the same words.
 */
export async function signInLocally(
  { accounts, attempts, passwords, refused }: LocalSignIn,
  { name, password }: { name: string; password: string },
  address: string,
): Promise<Person> {
  const id = name.toLowerCase()
  const known = accounts.find(id) === undefined ? null : id
  try {
    await attempts.begin(id, address)
  } catch (error) {
    if (error instanceof Failure) refused('too many attempts', known)
    throw error
  }
  const kept = accounts.find(id)?.passwordHash
  let right: boolean
  try {
    right = await passwords.isRight(password, kept)
  } catch (error) {
    await attempts.takeBack(id, address)
    throw error
  }
  // Read again: it may have been disabled, or its password changed, while this one was hashed.
  const account = accounts.find(id)
  if (right && account && !account.disabled && account.passwordHash === kept) {
    await attempts.succeeded(id, address)
    return personOf(account)
  }
  refused(account === undefined ? 'unknown name' : account.disabled ? 'disabled' : 'wrong password', known)
  throw new Failure('wrongPassword', 'name or password is wrong')
}

import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { Session } from '#contract/panel/session.ts'

/** ms: a sign-in that is only just recent enough would be too old when the send arrives. */
const margin = 5000

/** Whether the person has to sign in anew before a send. @param now the server's time, ms since the epoch. */
export function isSignInDue(
  permission: PermissionToSet | null,
  signIn: Session['signIn'] | undefined,
  now: number,
): boolean {
  const within = permission?.needs.signInWithin ?? null
  // The built-in user has nothing to prove.
  if (within === null || !signIn) return false
  return now + margin >= signIn.time + within * 1000
}

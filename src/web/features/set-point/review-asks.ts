import type { PointClass } from '#contract/panel/role.ts'
import type { Permission } from './use-permission.ts'

/** What a person is asked for before a send. */
export interface ReviewAsks {
  /** null while it is not known. */
  pointClass: PointClass | null
  /** A tick that names device and value. */
  confirmation: boolean
  reason: boolean
  signIn: boolean
  /** The answer is on its way: nothing is sent before it is there. */
  isWaiting: boolean
}

/**
 * By the point's class; where that could not be asked, the tick is asked for: it may be more than routine.
 * @param hasChanged what the draft was written for has changed since: the tick is asked for too.
 */
export function asksOf({ phase, permission }: Permission, isSignInDue: boolean, hasChanged = false): ReviewAsks {
  return {
    pointClass: permission?.pointClass ?? null,
    confirmation: hasChanged || (permission?.needs.confirmation ?? phase === 'unknown'),
    reason: permission?.needs.reason ?? false,
    signIn: isSignInDue,
    isWaiting: phase === 'asking',
  }
}

/** What the person has given so far. */
export interface Given {
  isConfirmed: boolean
  reason: string
}

export type Missing = 'confirmation' | 'reason'

/** What still keeps the send back, in the order of the screen. */
export function missingOf(
  asks: Pick<ReviewAsks, 'confirmation' | 'reason'>,
  { isConfirmed, reason }: Given,
): Missing[] {
  const missing: Missing[] = []
  if (asks.confirmation && !isConfirmed) missing.push('confirmation')
  if (asks.reason && reason.trim() === '') missing.push('reason')
  return missing
}

import { type FailureName, failures } from '#contract/enos/failures.ts'

/**
 * The button that helps most after a failure.
 * - `queueInstead`, `editValue`: a draft with the same values. `showQueue`, `showFront`: what stands in the way.
 * - `readBack`: what the device reports; sending again needs a person's word that they have checked.
 */
export type Help = 'queueInstead' | 'editValue' | 'showQueue' | 'showFront' | 'readBack'

const helps: Partial<Record<FailureName, Help[]>> = {
  deviceOffline: ['queueInstead', 'editValue'],
  deviceInactive: ['editValue'],
  notSentInTime: ['showFront', 'queueInstead', 'editValue'],
  queueFull: ['showQueue', 'editValue'],
}

/** The most helpful first. Wherever the device may have acted, nothing is offered that leads straight to another send. */
export const helpAfter = (failure: FailureName): Help[] =>
  failures[failure].delivery === 'maybeSent' ? ['readBack'] : (helps[failure] ?? ['editValue'])

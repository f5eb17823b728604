import type { Outcome } from '#contract/panel/operation.ts'

/** The outcomes, everywhere the same words. */
export const outcomes: Record<Outcome, string> = {
  waiting: 'Sent, waiting',
  queued: 'Queued',
  done: 'Done',
  notSent: 'Not sent',
  refused: 'Refused',
  unknown: 'Unknown',
}

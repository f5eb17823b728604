import { outcomes } from './outcomes.ts'

/** The commands that wait for a device. */
export const queue = {
  title: 'Queue of the device',
  frontTitle: 'What was in front',
  count: (count: number, limit: number) => `${count} of ${limit} places taken`,
  order: 'Sent from top to bottom, one after the other.',
  empty: 'Nothing waits for this device.',
  frontEmpty: 'Nothing of what was in front is left in the records.',
  loadFailed: 'The queue cannot be shown',
  until: (moment: string) => `until ${moment}`,
  instant: 'waits for the answer',
  cancel: 'Cancel',
  cancelWhat: (point: string) => `Cancel ${point}`,
  canceled: (point: string) => `${point} was cancelled.`,
  /** By the number of the state (§2.1). State 6 does not tell whether it was sent. */
  states: {
    1: outcomes.queued,
    2: 'Cancelled',
    3: 'Expired',
    4: outcomes.waiting,
    5: outcomes.done,
    6: 'Not done',
    7: outcomes.unknown,
  },
}

import { outcomes } from './outcomes.ts'

/** The commands that wait for a device. */
export const queue = {
  title: (device: string) => `Queue of ${device}`,
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
  /** How long those ahead take, once the device takes commands. Spans come with their unit. */
  turnNext: 'next in turn',
  turn: (usual: string, atMost: string) => `in turn about ${usual} after the first, at most ${atMost}`,
  turnAtMost: (atMost: string) => `in turn at most ${atMost} after the first`,
  cancelAll: (count: number, device: string) =>
    count === 1 ? `Cancel the one waiting command of ${device}` : `Cancel all ${count} waiting commands of ${device}`,
  cancelAllSure: (count: number, device: string) =>
    count === 1
      ? `Cancel the one waiting command of ${device}?`
      : `Cancel all ${count} waiting commands of ${device}, whoever sent them?`,
  cancelAllTick: (count: number) =>
    count === 1 ? 'It is not wanted any more.' : `None of these ${count} is wanted any more.`,
  cancelAllYes: (count: number) => (count === 1 ? 'Cancel it' : `Cancel these ${count}`),
  cancelAllNo: 'Keep them',
  cancelAllBusy: 'Cancelling',
  cancelAllSome: (done: number, count: number) =>
    `${done} of ${count} were cancelled. The others may have been sent in the meantime: look at what is left.`,
  canceledAll: (done: number) => (done === 1 ? 'One command was cancelled.' : `${done} commands were cancelled.`),
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

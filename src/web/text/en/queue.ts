/** The commands that wait for a device. */
export const queue = {
  title: 'Queue of the device',
  frontTitle: 'What was in front',
  count: (count: number, limit: number) => `${count} of ${limit} places taken`,
  order: 'Sent from top to bottom, one after the other.',
  empty: 'Nothing waits for this device.',
  frontEmpty: 'Nothing of what was in front is left in the records.',
  loadFailed: 'The queue cannot be shown',
  until: (moment: string) => `until ${moment} device time`,
  instant: 'waits for the answer',
  cancel: 'Cancel',
  cancelWhat: (point: string) => `Cancel ${point}`,
  canceled: (point: string) => `${point} was cancelled.`,
  states: {
    1: 'Waits',
    2: 'Cancelled',
    3: 'Expired',
    4: 'Sent, waiting',
    5: 'Done',
    6: 'Not done',
    7: 'No answer',
  },
}

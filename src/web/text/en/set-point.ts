import { fields } from './fields.ts'

/** Setting a point, up to the review; from there on: sending.ts. */
export const setPoint = {
  fields,

  title: 'Set measurement point',
  /** The same where editors of several targets stand side by side. */
  titleOf: (point: string, device: string) => `Set ${point} of ${device}`,
  /** What stands under the point's name: device, unit and type. */
  about: (parts: string[]) => parts.filter((part) => part !== '').join(' · '),
  arrayOf: (itemType: string) => `${itemType}[ ]`,
  anyType: 'any JSON',

  now: 'Now',
  noPresent: '–',
  neverReported: 'never reported',
  stale: 'Old',
  staleHint: 'The device has not reported this value for a while. It may have changed since.',
  newValue: 'New value',
  startFromPresent: 'Use as start',

  draft: 'Draft',
  draftHint: 'Nothing of this has been sent. It is kept in this browser tab.',
  discard: 'Discard',
  discarded: 'The draft was discarded.',
  fromLink: 'This value comes from a link. Nothing has been sent: check it before you do.',
  moved: (before: string, now: string) => `The device now reports ${now}. It was ${before} when you began.`,
  takeNew: 'Start again from the new value',

  unknownPoint:
    'Type and limits of this point are not known: it is not in the device’s model, or the model cannot be read. What you write is sent as it is.',
  findPoint: 'Choose another point',
  readOnlyTitle: 'Read only',
  readOnly: 'The model says that this point cannot be set.',

  send: 'Send',
  sendNow: 'Now',
  sendNowHint: 'wait for the answer',
  sendOnline: 'When online',
  sendOnlineHint: 'queue up to 48 h',
  waitAtMost: 'Wait at most',
  waitOnline: 'Once sent, wait at most',
  keepFor: 'Keep for',
  keepUntil: (moment: string) => `until ${moment}`,
  other: 'Other…',
  otherAmount: (what: string) => `${what}, other`,
  unit: 'Unit',
  units: { second: 's', minute: 'min', hour: 'h' },
  seconds: (count: string) => `${count} s`,
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  waitWrong: 'Choose from 1 to 60 seconds, in whole seconds.',
  keepWrong: 'Choose from 1 second to 48 hours, in whole seconds.',

  same: (age: string) => `Same as reported ${age}.`,
  noNetwork: 'No network: nothing is sent now. The draft stays.',
  held: 'Another command for this point is on its way. Yours can be sent when that one has ended.',

  exactly: 'exactly what is sent',
  bodyWhat: 'the body that is sent',
  noBody: 'No value yet',
  reviewButton: 'Review and send',
  checkValue: 'This cannot be sent yet. Look at what is marked.',
  othersQueued: (count: number) =>
    count === 1
      ? '1 command for this point waits in the queue.'
      : `${count} commands for this point wait in the queue.`,
  showQueue: 'Show the queue',

  nothing: '–',
}

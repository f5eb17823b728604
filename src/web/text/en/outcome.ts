/** What became of a command, told where it was sent. */
export const outcome = {
  sendingTitle: 'Sending',
  sending: 'The command is on its way.',
  waiting: 'Waiting for the answer of the device.',
  released: 'The device was handed the command. Waiting for its answer.',
  secondsLeft: (count: number) => (count === 1 ? '1 second left' : `${count} seconds left`),
  overdue: 'The waiting time is over. The result is on its way.',

  askingTitle: 'Lost contact; asking whether it was sent',
  asking: 'The connection to the server broke while the command was on its way. It is not sent again by itself.',
  /** While the server cannot be reached. */
  notKnownTitle: 'Sent or not? Not known here yet',
  notKnown: 'Not known here yet: the server is asked as soon as it can be reached. Nothing is sent again by itself.',
  recallingTitle: 'Asking what became of it',
  recalling: 'This value was sent before the page was loaded.',
  notRecordedTitle: 'It was not sent',
  notRecorded: {
    what: 'The connection broke before the server had recorded the command.',
    acted: 'No. The server sends nothing that it has not recorded.',
    next: 'Send it again. Should the first try still arrive, both count as one command, which is never carried out twice.',
  },
  sendAgain: 'Send again',

  done: (span: string) => `The device confirmed after ${span}.`,
  doneQueued: (queued: string, span: string) => `Queued for ${queued}, then the device confirmed after ${span}.`,

  what: 'What happened',
  acted: 'Could the device have acted?',
  next: 'What to do now',
  deviceWords: 'In the device’s own words',
  gatewayWords: 'In the words of EnOS',
  code: (code: number) => `Code ${code}`,

  queued: (until: string) => `Waits for the device, until ${until}.`,
  queuedOver: 'The time to keep it is over. EnOS takes it out of the queue.',
  cancel: 'Cancel it',
  cancelSure: 'Take this command out of the queue?',
  cancelYes: 'Yes, cancel it',
  cancelNo: 'Keep it',
  cancelFailed: 'It could not be cancelled, or the answer was lost. It may still wait, and may still be sent.',
  cancelLate: (state: string) => `It could not be cancelled any more. It is now: ${state}.`,

  setAnother: 'Set another value',
  editValue: 'Edit the value',
  queueInstead: 'Queue it instead',
  showFront: 'Show what was in front',
  details: 'Details',
  commandId: 'Command id',
  commandIdWhat: 'the command id',
  by: (person: string) => `Sent by ${person}`,
}

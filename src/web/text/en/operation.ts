/** The page of one operation. */
export const operation = {
  back: 'History',
  notFound: 'This command cannot be shown',
  /** Where no sentence was recorded. */
  sentence: (point: string, device: string, value: string) => `Set ${point} of ${device} to ${value}.`,
  by: (person: string, time: string) => `${person}, ${time}`,

  result: 'Result',
  what: 'What happened',
  acted: 'Could the device have acted?',
  next: 'What to do now',
  ownWords: "The device's own words",
  gatewayWords: "EnOS's own words",
  explain: (title: string) => `About “${title}”`,
  yes: 'Yes. The device answered that it did it.',
  notYet: 'Not yet. It is kept by EnOS and has not been sent to the device.',
  onItsWay: 'Possibly, from now on. It has been sent.',
  doneNext: 'Nothing. The value that the device itself reports stands on the control screen.',
  otherNext:
    'Find out why before you send again: the device may have limited the value, or somebody may have set it since.',
  waitNext: 'Wait for the answer. This page follows by itself.',
  queuedNext:
    'Nothing. It is sent when the device is back and its turn has come. Cancel it if it is not wanted any more.',
  left: (span: string) => `${span} left`,

  help: {
    queue: 'Queue it instead',
    readBack: 'Read the value back',
    device: 'Show the device',
    showQueue: 'Show the queue',
    change: 'Edit the value',
    again: 'Send again',
    againHint: 'Opens a new draft with this value. Nothing is sent before you have reviewed it.',
  },

  /** Instead of the failure's own answers, once more is known. */
  foundLater: {
    confirmedLate: {
      acted: 'Yes. It was found out after the answer had stayed away.',
      next: 'Nothing. Do not send it again: the device has acted.',
    },
    probablyNotApplied: {
      acted: 'Probably not. What came after the send speaks against it.',
      next: 'Look at the machine where it matters, then send again if the value is still wanted.',
    },
    acknowledged: { next: 'Send again only if the value is still wanted: nothing holds the point back any more.' },
  },

  acknowledge: {
    title: 'Have you looked yourself?',
    why: 'Nothing else is sent to this point until evidence, a later success or a person clears this up.',
    notAllowed: 'An operator, an engineer or an administrator can put on record what the device did.',
    done: 'Your words are in the record',
  },

  cancel: {
    button: 'Cancel this command',
    title: 'Cancel this command?',
    sentence: 'It is taken out of the queue and will not be sent to the device.',
    only: 'Other commands in the queue stay.',
    confirm: 'Cancel it',
    keep: 'Keep it',
    busy: 'Cancelling',
    failed: 'It was not cancelled',
    done: 'The command was cancelled',
  },

  steps: {
    title: 'Steps',
    /** `cached` commands are kept for the device; the others are answered in the same call. */
    recorded: 'Recorded by the panel',
    sent: 'Sent to EnOS',
    accepted: 'Accepted by EnOS',
    queued: 'Waits in the queue of the device',
    released: 'Handed to the device',
    answered: 'Answer from EnOS',
    answeredByDevice: 'Answer from the device',
    expired: 'Expired in the queue',
    canceled: 'Cancelled',
    connectionLost: 'Connection to EnOS lost',
    timedOut: 'No answer in time',
    interrupted: "The panel's server stopped",
    reported: (value: string) => `The device reported ${value}`,
    /** `clock` to the millisecond. */
    deviceClock: (clock: string, isSame: boolean) =>
      `${isSame ? 'The value that was sent' : 'Another value'}, at ${clock} by the clock of the device`,
    seenState: (state: string) => `EnOS showed the command in state ${state}`,
    gatewayClock: (clock: string) => `Ended at ${clock} by the clock of EnOS`,
    verdict: (verdict: string) => `Found: ${verdict}`,
    acknowledged: (person: string) => `Checked by ${person}`,
    ended: (outcome: string) => `Ended: ${outcome}`,
    now: 'Still open',
    after: (span: string) => `after ${span}`,
    total: (span: string) => `${span} in all`,
  },

  details: {
    title: 'Details',
    commandId: 'Command id',
    id: 'Operation id',
    person: 'Sent by',
    personId: 'Person id',
    remoteAddress: 'From the address',
    gateway: 'Gateway',
    pointClass: 'Class of the point',
    reason: 'Reason',
    sentence: 'Confirmed sentence',
    expected: 'Only if it reported',
    idempotencyKey: 'Idempotency key',
    orgId: 'Organisation',
    assetId: 'Asset id',
    productKey: 'Product key',
    deviceKey: 'Device key',
    point: 'Point id',
    dataType: 'Data type',
    before: 'Value before',
    beforeAge: (time: string) => `reported ${time}`,
    beforeNever: 'never reported',
    how: 'How it was sent',
    now: (timeout: string) => `Now, waiting at most ${timeout} for the answer`,
    whenOnline: (ttl: string, timeout: string) =>
      `When online, kept for ${ttl}, then at most ${timeout} for the answer`,
    until: 'Kept until',
    state: 'State of the command',
    code: 'Code',
    unknown: 'none',
  },

  request: {
    title: 'Request and answer',
    body: 'Body, exactly as it was sent',
    answer: 'Answer, exactly as it came',
    noAnswer: 'No answer came.',
    curl: 'The same request for a shell',
    curlHint: 'Running it sends the value again. It reads the keys of the application from APP_KEY and APP_SECRET.',
    copyBody: 'the body',
    copyAnswer: 'the answer',
    copyCurl: 'the script',
  },
}

export interface SetSentence {
  point: string
  device: string
  /** With unit; null where the device has reported none. */
  from: string | null
  to: string
  /** E.g. `−450.0 kW, −13.6 %`; empty for none. */
  difference: string
  /** From {@link review.sentNow} or {@link review.sentOnline}. */
  way: string
}

/** The last look before a value leaves. */
export const review = {
  title: 'Check and send',
  device: 'Device',
  point: 'Point',
  changes: 'What changes',
  change: (before: string, after: string) => `${before} → ${after}`,
  /** What is reviewed, and kept with the operation. */
  sentence: ({ point, device, from, to, difference, way }: SetSentence) =>
    `Set ${point} of ${device}${from === null ? '' : ` from ${from}`} to ${to}${difference && ` (${difference})`}, ${way}.`,
  /** The same inside brackets. */
  differenceInside: (amount: string, percent: string) => (percent === '' ? amount : `${amount}, ${percent} %`),
  sentNow: (wait: string) => `now, waiting at most ${wait}`,
  sentOnline: (keep: string, wait: string) =>
    `when it is online, kept for at most ${keep}, then waiting at most ${wait}`,

  send: 'Send',
  /** The button of a critical point. */
  hold: {
    send: 'Hold to send',
    how: 'Hold the button for a second, by a finger, the mouse, Enter or Space. Or press it, then the one that appears.',
    keep: (count: number) => `Keep holding: ${count}`,
    letGo: 'Let go too early: nothing was sent.',
    orPress: 'Nothing was sent. Hold it longer, or press “Send now” within 5 seconds.',
    sendNow: 'Send now',
  },
  back: 'Back',

  right: (device: string, value: string) => `This is the right device and value: ${device}, ${value}`,
  rightMissing: 'Look at device and value, and tick this.',
  reason: 'Why is it set?',
  reasonHint: 'Stays in the record with your name.',
  reasonMissing: 'Write why it is set.',
  onlyIf: (value: string) => `Send only if it still reads ${value}`,
  onlyIfNot: (now: string) => `The device now reports ${now}: with this tick, nothing would be sent.`,
  signInFirst: 'Before it is sent, you are asked to sign in.',
  notSignedIn: 'Nothing was sent: the sign-in was not finished.',

  warnings: {
    offlineNow: 'The device is offline: sent now, this fails with 11900 and nothing reaches the device.',
    inactive: 'The device has never been activated: sent now, this fails with 11888.',
    inactiveQueued: 'The device has never been activated: the value waits until it signs in for the first time.',
    disabled: 'The device is disabled: sent now, this fails and nothing reaches the device.',
    disabledQueued: 'The device is disabled: the value waits until somebody enables it.',
    stale: (age: string) => `The present value is ${age} old. It may have changed since.`,
    noPresent: 'The device has not reported this value yet, so nothing can be compared.',
    same: (age: string) => `Same as reported ${age}. It is sent all the same.`,
    moved: (now: string) => `The device now reports ${now}: the value has moved since you opened this.`,
    queued: (count: number) =>
      count === 1
        ? 'A command for this point already waits in the queue and is sent first.'
        : `${count} commands for this point already wait in the queue and are sent first.`,
  },
  queueInstead: 'Queue it instead',
}

/** Three answers for every failure, and its name on the page of error codes. */
export interface FailureText {
  title: string
  /** What happened. */
  what: string
  /** Could the device have acted? */
  acted: string
  /** What to do now. */
  next: string
}

/** Could the device have acted? The answers that many failures share. */
export const acted = {
  notSent: 'No. Nothing was sent to the device.',
  refused: 'No. The device answered that it did not do it.',
  maybe: 'Possibly. No answer tells whether it acted.',
  lookedUp: 'No. This answer belongs to a look-up, which never moves anything.',
}

/** What to do now: the advice that many failures share. */
export const advice = {
  readBack: 'Read the value back, or look at the machine, before you send again.',
  administrator: 'Tell the person who looks after this panel.',
}

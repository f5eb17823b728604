import { outcomes } from './outcomes.ts'

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (place: number): string => `${place}${endings[ordinals.select(place)] ?? 'th'}`

const untilPart = (until: string) => `until ${until}`

/** Commands and their history: the card under the control screen, and the history. */
export const operations = {
  outcomes,
  ordinal,

  panel: {
    title: 'Commands',
    thisDevice: 'This device',
    live: 'Live',
    liveHint: 'Changes appear here by themselves.',
    polling: 'Every few seconds',
    pollingHint: 'Changes cannot be pushed to this panel now: it asks for them every few seconds.',
    notLive: 'Not connected',
    notLiveHint: 'The connection to the server is lost. What you see may be old.',
    all: 'History',
    allOfDevice: 'History of this device',
    emptyTitle: 'No command yet',
    empty: 'What is sent to this device appears here, with what became of it.',
    emptyAll: 'What is sent to any device appears here, with what became of it.',
    loadFailed: 'The commands cannot be shown',
  },

  row: {
    /** Read by assistive technology between the old and the new value. */
    to: 'to',
    noCommandId: 'No command id',
    commandId: 'the command id',
  },

  /** One plain sentence for each outcome. Spans come with their unit, e.g. `0.42 s`; times as of a clock. */
  sentence: {
    confirmed: (span: string) => `The device confirmed after ${span}.`,
    confirmedLater: (queued: string, span: string) => `Queued for ${queued}, then the device confirmed after ${span}.`,
    confirmedAtOnce: (queued: string) => `Queued for ${queued}, then the device confirmed.`,
    waiting: (left: string) => `Sent. Waits for the answer, at most ${left} more.`,
    released: (left: string) => `Handed to the device. Waits for its answer, at most ${left} more.`,
    overdue: 'Sent. The waiting time is over, the result is on its way.',
    queued: (until: string) => `Waits for the device, ${untilPart(until)}.`,
    queuedAt: (place: number, until: string) => `Waits for the device, ${ordinal(place)} in line, ${untilPart(until)}.`,
    queuedOver: 'The time to keep it is over. EnOS takes it out of the queue.',
    mayHaveActed: (what: string) => `${what} It may have acted: read the value back before you send again.`,
    /** What was found out of an unknown outcome afterwards. */
    foundLater: {
      confirmedLate: (what: string) => `${what} Later it showed that the device had acted.`,
      probablyNotApplied: (what: string) => `${what} What came later speaks against it having acted.`,
    },
    checked: (what: string, person: string, reason: string) => `${what} ${person} has checked: “${reason}”`,
    said: (what: string, words: string) => `${what} “${words}”`,
  },

  /** Marks beside an outcome that stays as it was. */
  findings: {
    confirmedLate: 'Confirmed late',
    probablyNotApplied: 'Probably not applied',
    cannotTell: 'Cannot tell',
    looking: 'Looking for evidence',
    checked: 'Checked by a person',
    otherValue: 'Reports another value',
  },

  /** Spans of time. `count` is a number with the locale's decimal mark. */
  span: {
    millisecond: (count: string) => `${count} ms`,
    second: (count: string) => `${count} s`,
    minute: (count: string) => `${count} min`,
    hour: (count: string) => `${count} h`,
    day: (count: string) => `${count} d`,
  },
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (place: number): string => `${place}${endings[ordinals.select(place)] ?? 'th'}`

/** Commands and their history: the card under the control screen, the history, the page of one operation. */
export const operations = {
  /** The outcomes, everywhere the same words. */
  outcomes: {
    waiting: 'Sent, waiting',
    queued: 'Queued',
    done: 'Done',
    notSent: 'Not sent',
    refused: 'Refused',
    unknown: 'Unknown',
  },
  ordinal,
}

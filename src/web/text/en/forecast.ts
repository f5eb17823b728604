/** What a sentence of the forecast may tell; texts with their units, counts as numbers. */
export interface ForecastWords {
  /** How long the device has been as it is, e.g. `3 h`; empty where that is not told. */
  span: string
  /** How long the command is kept, and how long its answer is waited for. */
  keep: string
  wait: string
  /** Commands in front, and how long the first may take. */
  front: number
  first: string
  /** Cached ones among them, of so many that there is room for. */
  places: number
  mostPlaces: number
  /** Within which the device usually answers; empty for not known. */
  within: string
  /** The newest sends that tell, and how many of them went so. */
  count: number
  silent: number
  refused: number
  unencoded: number
  /** With which it was refused, empty for none. */
  code: string
  isNow: boolean
}

const inFront = (front: number) => (front === 1 ? 'one command is in front' : `${front} commands are in front`)
const offlineFor = (span: string) => (span === '' ? 'Offline' : `Offline for ${span}`)
const sends = (some: number, count: number) =>
  some === count ? `the last ${count} sends` : `${some} of the last ${count} sends`

/** What to expect of a send, before it leaves. */
export const forecast = {
  title: 'Forecast',
  certainty: { will: 'Certain', likely: 'Likely', unknown: 'Open' },
  waitInstead: (wait: string) => `Wait ${wait}`,

  inactiveNow: () => 'Never activated: Now would fail with 11888.',
  disabledNow: () => 'Disabled: Now would fail with 11900.',
  offlineNow: ({ span }: ForecastWords) => `${offlineFor(span)}: Now would fail with 11900.`,
  frontNotKnown: () => 'What waits for the device could not be read, so it is open when its turn comes.',
  queueFull: ({ places, mostPlaces }: ForecastWords) =>
    `The queue is full (${places} of ${mostPlaces}): it would fail with 11902.`,
  keptTooShort: ({ span, keep }: ForecastWords) =>
    `Expired: ${offlineFor(span).toLowerCase()}, and kept for ${keep} only.`,
  keptInactive: ({ keep }: ForecastWords) => `Never activated: kept for ${keep}, until it signs in for the first time.`,
  keptDisabled: ({ keep }: ForecastWords) => `Disabled: kept for ${keep}, until somebody enables it.`,
  keptOffline: ({ span, keep, front }: ForecastWords) =>
    front === 0
      ? `${offlineFor(span)}: kept for ${keep}, sent when it is back.`
      : `${offlineFor(span)}: kept for ${keep}, sent when it is back, behind ${front === 1 ? 'another' : `${front} others`}.`,
  unencoded: ({ unencoded, count }: ForecastWords) =>
    `Not sent (11810), as ${sends(unencoded, count)}: the product’s script could not write them.`,
  turnTooLate: ({ front, wait }: ForecastWords) => `Not sent (11904): ${inFront(front)}, and you wait ${wait} only.`,
  expiresInQueue: ({ front, keep }: ForecastWords) =>
    `Expired before its turn: ${inFront(front)}, and yours is kept for ${keep} only.`,
  behind: ({ front, first }: ForecastWords) =>
    front === 1
      ? `One command is in front: yours would wait behind it, for up to ${first}.`
      : `${front} commands are in front: yours would wait behind them, the first has up to ${first}.`,
  refused: ({ refused, count, code }: ForecastWords) =>
    `Refused, as ${sends(refused, count)} ${refused === 1 ? 'was' : 'were'}${code && ` (${code})`}.`,
  silent: ({ silent, count }: ForecastWords) =>
    `No answer in time (11915), as to ${sends(silent, count)}; the device may act all the same.`,
  tooSlow: ({ within, wait }: ForecastWords) =>
    `No answer in time (11915): it usually takes up to ${within}, and you wait ${wait} only.`,
  usual: ({ within }: ForecastWords) => `Done: it usually answers within ${within}.`,
  notKnown: ({ isNow }: ForecastWords) =>
    `${isNow ? 'Sent at once' : 'Online: sent at once'}. How it answers is not known: nothing was sent to it of late.`,
}

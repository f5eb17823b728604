import type { DeviceStatus } from '#contract/enos/device.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import type { Answers } from './forecast-answers.ts'
import type { Front } from './forecast-front.ts'

/** EnOS keeps so many commands for a device (§1.4 rule 1). */
export const mostPlaces = 50

/** What is known at the moment of forecasting. */
export interface ForecastFacts {
  status: DeviceStatus
  /** ms since it has that status; null where EnOS does not tell. */
  statusAge: number | null
  /** Seconds; 0 is "now". */
  pendingTtl: number
  /** Seconds. */
  timeout: number
  /** null where the queue could not be read. */
  front: Front | null
  answers: Answers
}

/** `will`: EnOS's rules leave nothing else. `likely`: by what was seen of late. `unknown`: nothing tells. */
export type Certainty = 'will' | 'likely' | 'unknown'

interface ForecastRow {
  when: (facts: ForecastFacts) => boolean
  certainty: Certainty
  /** How it ends, or `queued` and `waits`: kept, and behind others; null where only that is known. */
  end: FailureName | 'done' | 'queued' | 'waits' | null
}

const isNow = ({ pendingTtl }: ForecastFacts) => pendingTtl === 0
const isOnline = ({ status }: ForecastFacts) => status === 'online'

/** Of those sends that tell, at least half and more than one went so. */
const mostly = (count: number, { answers }: ForecastFacts) => count > 1 && count * 2 >= answers.count

/** Seconds that the commands in front will take by what was seen of late; null where nothing was. */
function frontTakes(facts: ForecastFacts): number | null {
  const { front, answers } = facts
  if (!front || front.count === 0) return null
  if (mostly(answers.silent, facts)) return front.allUpTo
  return answers.within === null ? null : Math.min(front.allUpTo, (front.count * answers.within) / 1000)
}

const frontTakesLonger = (seconds: number, facts: ForecastFacts) => (frontTakes(facts) ?? 0) > seconds

/** The first row that fits is the forecast (§1.3, §1.4, §1.5). */
const rows = {
  inactiveNow: {
    when: (facts) => isNow(facts) && facts.status === 'inactive',
    certainty: 'will',
    end: 'deviceInactive',
  },
  disabledNow: {
    when: (facts) => isNow(facts) && facts.status === 'disabled',
    certainty: 'will',
    end: 'deviceOffline',
  },
  offlineNow: { when: (facts) => isNow(facts) && !isOnline(facts), certainty: 'will', end: 'deviceOffline' },
  frontNotKnown: { when: ({ front }) => front === null, certainty: 'unknown', end: null },
  queueFull: {
    when: (facts) => !isNow(facts) && facts.front !== null && facts.front.places >= mostPlaces,
    certainty: 'will',
    end: 'queueFull',
  },
  keptTooShort: {
    when: ({ status, statusAge, pendingTtl }) =>
      status === 'offline' && statusAge !== null && statusAge > pendingTtl * 1000,
    certainty: 'likely',
    end: 'commandExpired',
  },
  keptInactive: { when: ({ status }) => status === 'inactive', certainty: 'will', end: 'queued' },
  keptDisabled: { when: ({ status }) => status === 'disabled', certainty: 'will', end: 'queued' },
  keptOffline: { when: (facts) => !isOnline(facts), certainty: 'will', end: 'queued' },
  unencoded: {
    when: (facts) => mostly(facts.answers.unencoded, facts),
    certainty: 'likely',
    end: 'cannotEncode',
  },
  turnTooLate: {
    when: (facts) => isNow(facts) && frontTakesLonger(facts.timeout, facts),
    certainty: 'likely',
    end: 'notSentInTime',
  },
  expiresInQueue: {
    when: (facts) => !isNow(facts) && frontTakesLonger(facts.pendingTtl, facts),
    certainty: 'likely',
    end: 'commandExpired',
  },
  behind: { when: ({ front }) => front !== null && front.count > 0, certainty: 'will', end: 'waits' },
  refused: { when: (facts) => mostly(facts.answers.refused, facts), certainty: 'likely', end: 'refusedByDevice' },
  silent: { when: (facts) => mostly(facts.answers.silent, facts), certainty: 'likely', end: 'noAnswerInTime' },
  tooSlow: {
    when: ({ answers, timeout }) => answers.within !== null && answers.within > timeout * 1000,
    certainty: 'likely',
    end: 'noAnswerInTime',
  },
  usual: { when: ({ answers }) => answers.within !== null, certainty: 'likely', end: 'done' },
  notKnown: { when: () => true, certainty: 'unknown', end: null },
} satisfies Record<string, ForecastRow>

export type ForecastKind = keyof typeof rows

export interface Forecast extends Pick<ForecastRow, 'certainty' | 'end'> {
  kind: ForecastKind
  /** Seconds to wait that suit the device better; null for none. */
  betterTimeout: number | null
}

export const forecastKinds = Object.keys(rows) as ForecastKind[]

/** Times three, since an answer may be late for once; of what the editor offers at one press. */
function betterTimeout(kind: ForecastKind, { answers, timeout }: ForecastFacts): number | null {
  if ((kind !== 'usual' && kind !== 'tooSlow') || answers.within === null) return null
  const needed = (answers.within * 3) / 1000
  const better = [10, 30, 60].find((seconds) => seconds >= needed) ?? (answers.within < 55_000 ? 60 : null)
  if (better === null || (kind === 'usual' ? better >= timeout || answers.count < 3 : better <= timeout)) return null
  return better
}

/** Which end of a send is to be expected; what a person does with it is theirs. */
export function forecastOf(facts: ForecastFacts): Forecast {
  const kind = forecastKinds.find((name) => rows[name].when(facts)) ?? 'notKnown'
  const { certainty, end } = rows[kind]
  return { kind, certainty, end, betterTimeout: betterTimeout(kind, facts) }
}

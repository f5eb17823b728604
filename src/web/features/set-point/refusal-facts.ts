import type { Failure } from '#contract/enos/failure.ts'
import { type Refusal, refusalSchema } from '#contract/panel/refusal.ts'
import { jsonNumberPattern, parseExact, stringifyExact } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import type { Text } from '../../text/en.ts'
import { secondsText } from '../../ui/seconds-text.ts'
import { pastText, untilText } from '../../ui/time-text.ts'
import { type Target, unitOf, valueWithUnit } from './target.ts'

/** What a failure of rights or of the policy says beside its name; empty where it says nothing. */
export function refusalOf({ data }: Pick<Failure, 'data'>): Refusal {
  // It came as exact JSON; its values of points are texts, so that plain numbers lose nothing.
  return refusalSchema.safeParse(JSON.parse(stringifyExact(data ?? null))).data ?? {}
}

interface FactWords {
  target: Target
  /** Whom to ask, as the policy says; empty for nobody. */
  contact: string
  /** ms since the epoch. */
  now: number
}

/** A refusal's data as rows of words: the rule, the limit, the values, and when it would be possible. */
export function refusalFacts(failure: Failure, { target, contact, now }: FactWords, text: Text): [string, string][] {
  const { refusal: words } = text.sending
  const { rights, roles } = text.notAllowed
  const name = failure.failure
  const data = refusalOf(failure)
  const number = (digits: string) => {
    const shown = jsonNumberPattern.test(digits) ? formatNumber(digits, text.locale) : digits
    return [shown, unitOf(target)].filter(Boolean).join(' ')
  }
  const value = (json: string) => valueWithUnit(target, parseExact(json), text)
  const limit =
    name === 'tooSoon' ? (seconds: string) => secondsText(Number(seconds), text) : (digits: string) => number(digits)
  const now_ = (json: string) =>
    data.presentTime === undefined
      ? value(json)
      : words.reported(value(json), pastText(data.presentTime, now, text.locale))
  const limitName = name === 'stepTooLarge' || name === 'tooSoon' ? name : 'outsideLimits'
  const facts: [string, string | undefined | false][] = [
    [words.right, data.right && rights[data.right]],
    [words.role, data.role && roles[data.role]],
    [words.rule, data.rule],
    [words.limit[limitName], data.limit && limit(data.limit)],
    [words.value, data.value && number(data.value)],
    [words.before, data.expectedValue && value(data.expectedValue)],
    [words.now, data.presentValue && now_(data.presentValue)],
    [words.signInWithin, data.signInWithin !== undefined && secondsText(data.signInWithin, text)],
    [words.retryAt, data.retryAt ? untilText(data.retryAt, now, text.locale) : ''],
    [words.contact, Object.keys(data).length > 0 && contact],
  ]
  return facts.flatMap(([label, words]) => (words ? [[label, words]] : []))
}

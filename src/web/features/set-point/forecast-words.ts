import type { Text } from '../../text/en.ts'
import { spanText } from '../../ui/age.tsx'
import { secondsText } from '../../ui/seconds-text.ts'
import { type Forecast, type ForecastFacts, mostPlaces } from './forecast.ts'

/** A forecast as a sentence. */
export function forecastWords({ kind }: Forecast, facts: ForecastFacts, text: Text): string {
  const { statusAge, pendingTtl, timeout, front, answers } = facts
  const { within, refusedCode } = answers
  return text.sending.forecast[kind]({
    span: statusAge === null ? '' : spanText(statusAge, text.shell.age),
    keep: secondsText(pendingTtl, text),
    wait: secondsText(timeout, text),
    front: front?.count ?? 0,
    first: secondsText(front?.firstUpTo ?? 0, text),
    places: front?.places ?? 0,
    mostPlaces,
    within: within === null ? '' : secondsText(Math.max(1, Math.ceil(within / 1000)), text),
    count: answers.count,
    silent: answers.silent,
    refused: answers.refused,
    unencoded: answers.unencoded,
    code: refusedCode === null ? '' : String(refusedCode),
    isNow: pendingTtl === 0,
  })
}

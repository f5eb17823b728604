import type { Report } from '#contract/enos/reports-of.ts'
import { compare } from '#contract/value/decimal.ts'
import { isExactNumber } from '#contract/value/exact.ts'
import type { Text } from '../../text/en.ts'
import { isolated } from '../../ui/isolated.ts'
import { pastText } from '../../ui/time-text.ts'
import type { Shown } from './shown.ts'

/** The lowest and the highest number, digits as reported; null where there are none. */
function extremesOf(reports: readonly Report[]): [Report, Report] | null {
  const numbers = reports.flatMap(({ time, value }) => (isExactNumber(value) ? [{ time, value }] : []))
  const [first] = numbers
  if (!first) return null
  let [lowest, highest] = [first, first]
  for (const one of numbers) {
    if (compare(one.value.value, lowest.value.value) < 0) lowest = one
    if (compare(one.value.value, highest.value.value) > 0) highest = one
  }
  return [lowest, highest]
}

/** What a plot shows, in a sentence. @param now ms since the epoch. */
export function toldOf({ point, from, to, reports, textOf, isNumeric }: Shown, now: number, text: Text): string {
  const { trend: words, locale } = text
  const last = reports.at(-1)
  if (!last) return words.empty
  const clock = (time: number) => pastText(time, now, locale)
  const told = {
    point: isolated(point),
    from: clock(from),
    to: clock(to),
    latest: textOf(last.value),
    at: clock(last.time),
    count: reports.length,
  }
  const extremes = isNumeric ? extremesOf(reports) : null
  if (!extremes) return words.steps(told)
  const [lowest, highest] = extremes
  return words.numbers({ ...told, lowest: textOf(lowest.value), highest: textOf(highest.value) })
}

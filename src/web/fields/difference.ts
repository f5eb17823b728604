import { compare, percentOf, subtract } from '#contract/value/decimal.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'

const signed = (text: string, locale: string): string =>
  text.startsWith('-') ? `−${formatNumber(text.slice(1), locale)}` : `+${formatNumber(text, locale)}`

export type Difference = { kind: 'same' } | { kind: 'change'; amount: string; percent: string }

/**
 * How far a number moves, exactly: `−450.0 kW` and `−13.6`. Null where either side is no number.
 * The percentage is empty where the value before is 0 or very small beside the change, and where the unit is a percentage itself.
 */
export function differenceOf(
  before: ExactJson | undefined,
  after: ExactJson | null,
  unit: string,
  locale: string,
): Difference | null {
  if (!isExactNumber(before) || !isExactNumber(after)) return null
  if (compare(before.value, after.value) === 0) return { kind: 'same' }
  const change = subtract(after.value, before.value)
  if (change === null) return null
  const percent = percentOf(change, before.value)
  const amount = unit === '' ? signed(change, locale) : `${signed(change, locale)} ${unit}`
  // A percentage of a percentage would be taken for the change itself.
  const isTold = percent !== null && unit !== '%'
  return { kind: 'change', amount, percent: isTold ? signed(percent, locale) : '' }
}

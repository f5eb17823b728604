import type { Text } from '../../text/en.ts'

/**
 * A measured span for people, to about three digits: `120 ms`, `0.42 s`, `12.3 s`, `2 min 5 s`, `3 h 20 min`, `2 d`.
 * @param milliseconds what is below 0 (clocks differ a little) counts as 0.
 */
export function spanText(milliseconds: number, { locale, operations: { span } }: Text): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const ms = Math.max(0, milliseconds)
  if (ms < 100) return span.millisecond(number(Math.round(ms)))
  if (ms < 9_995) return span.second(number(ms / 1000, 2))
  if (ms < 59_950) return span.second(number(ms / 1000, 1))
  return longSpanText(ms, { number, span })
}

const longUnits = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** The two largest units that are not 0. */
function longSpanText(
  ms: number,
  { number, span }: { number(value: number): string; span: Text['operations']['span'] },
) {
  let rest = Math.round(ms / 1000)
  const parts: string[] = []
  for (const [unit, length] of longUnits) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0 || parts.length > 0) parts.push(count > 0 ? span[unit](number(count)) : '')
    if (parts.length === 2) break
  }
  return parts.filter(Boolean).join(' ')
}

/** Whole seconds that are left or allowed, e.g. `12 s`, `2 min 5 s`, `48 h`; never below 0. */
export function wholeSpanText(milliseconds: number, { locale, operations: { span } }: Text): string {
  const number = (value: number) => value.toLocaleString(locale)
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  if (seconds < 60) return span.second(number(seconds))
  return longSpanText(seconds * 1000, { number, span })
}

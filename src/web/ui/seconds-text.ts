import type { Text } from '../text/en.ts'

export type SecondsUnit = 'second' | 'minute' | 'hour'

/** Seconds in one unit, the largest that leaves a whole number: 90 → 90 s, 600 → 10 min, 172800 → 48 h. */
export function wholeUnit(seconds: number): { count: number; unit: SecondsUnit } {
  if (seconds > 0 && seconds % 3600 === 0) return { count: seconds / 3600, unit: 'hour' }
  if (seconds > 0 && seconds % 60 === 0 && seconds > 60) return { count: seconds / 60, unit: 'minute' }
  return { count: seconds, unit: 'second' }
}

/** `30 s`, `10 min`, `48 h`. */
export function secondsText(seconds: number, { setPoint, locale }: Text): string {
  const { count, unit } = wholeUnit(seconds)
  const text = count.toLocaleString(locale)
  return { second: setPoint.seconds, minute: setPoint.minutes, hour: setPoint.hours }[unit](text)
}

/** How long something took, measured: `10 ms`, `0.42 s`, `12.3 s`, `3 min`; up to a minute as the history tells it. */
export function tookText(milliseconds: number, text: Text): string {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds < 0.1) return text.operations.span.millisecond(Math.round(seconds * 1000).toLocaleString(text.locale))
  if (seconds >= 60)
    return secondsText(seconds < 3600 ? Math.round(seconds / 60) * 60 : Math.round(seconds / 3600) * 3600, text)
  const digits = seconds < 10 ? 2 : 1
  const number = seconds.toLocaleString(text.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return text.setPoint.seconds(number)
}

import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import type { Text } from '../text/en.ts'

/** 1 January 2024 was a Monday. */
const weekday = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))

/** Days of the week, 1 (Monday) to 7, in words: `every day`, `Mon–Fri`, `Mon–Wed, Sat`. */
export function daysText(days: number[], { permission, locale }: Text): string {
  const runs: [number, number][] = []
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  const [first] = runs
  if (first && first[0] === 1 && first[1] === 7) return permission.everyDay
  const words = runs.flatMap(([from, to]) => {
    if (to - from > 1) return [permission.dayRange(weekday(from, locale), weekday(to, locale))]
    return from === to ? [weekday(from, locale)] : [weekday(from, locale), weekday(to, locale)]
  })
  return permission.dayList(words)
}

/** Allowed hours of a rule: `from 08:00 to 16:00 (Europe/Oslo), Mon–Fri`. */
export const hoursText = ({ from, to, timezone, days }: PointLimits['hours'][number], text: Text): string =>
  text.permission.hours(from, to, timezone, daysText(days, text))

import type { Hours } from '#contract/panel/policy.ts'
import { localTextOf, timeOfLocal } from '#contract/value/time-zone.ts'

const day = 86_400_000
const minute = 60_000

/** Whether a zone is one: what cannot be read would silently count as UTC. */
export function isTimezone(name: string): boolean {
  if (/^[+-]([01]\d|2[0-3]):[0-5]\d$/.test(name)) return true
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** 1 (Monday) to 7 of `2026-01-31`. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - day).toISOString().slice(0, 10)

/** Whether the clock on the wall of `timezone` stands within the hours at `time` (ms since the epoch). */
export function isWithinHours({ from, to, timezone, days }: Hours, time: number): boolean {
  const [date = '', clock = ''] = localTextOf(time, timezone).split('T')
  const now = clock.slice(0, 5)
  const begins = (on: string) => days.includes(weekday(on))
  if (from < to) return begins(date) && now >= from && now < to
  return (begins(date) && now >= from) || (begins(dayBefore(date)) && now < to)
}

/**
 * The moments from `time` on, `days` long, at which the clock shows `clock`; a clock that is put on or back
 * gives those beside them.
 */
function* momentsOf(clock: string, timezone: string, time: number, days: number): Generator<number> {
  for (let at = time - day; at <= time + days * day; at += day) {
    const local = timeOfLocal(
      `${localTextOf(at, timezone).slice(0, 10)}T${clock === '24:00' ? '23:59' : clock}`,
      timezone,
    )
    if (local === null) continue
    const moment = clock === '24:00' ? local + minute : local
    for (const beside of [moment - 60 * minute, moment, moment + 60 * minute]) if (beside > time) yield beside
  }
}

/** When all the hours hold for the first time from `time` on; ms since the epoch, null for not within eight days. */
export function nextWithin(all: readonly Hours[], time: number): number | null {
  const isOpen = (moment: number) => all.every((hours) => isWithinHours(hours, moment))
  if (isOpen(time)) return time
  const moments = all.flatMap(({ from, timezone }) => [...momentsOf(from, timezone, time, 8)]).sort((a, b) => a - b)
  const open = moments.find(isOpen)
  if (open === undefined) return null
  // A clock that is put on may skip the minute at which they begin: then they begin with the leap.
  let first = Math.floor(open / minute) * minute
  for (let back = 0; back < 120 && first - minute > time && isOpen(first - minute); back++) first -= minute
  return Math.max(first, time)
}

/** The first of the hours that end between two moments; undefined where all hold throughout. */
export const endingWithin = <H extends Hours>(all: readonly H[], time: number, end: number): H | undefined =>
  all.find((hours) => {
    const moments = [...momentsOf(hours.to, hours.timezone, time, Math.ceil((end - time) / day))]
    return [time, ...moments.filter((moment) => moment < end), end].some((moment) => !isWithinHours(hours, moment))
  })

/*
 * One rule for times: what happens (sending, reporting, expiring) is told on the clock of the person who reads,
 * what a value means (DATE, TIMESTAMP) on the clock of the device, and then its zone is named.
 */

const time = (locale: string, options: Intl.DateTimeFormatOptions, ms: number) =>
  new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options }).format(ms)

const clockForm = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const

/** `14:02:11`, in the person's time zone. */
export const clockText = (ms: number, locale: string): string => time(locale, clockForm, ms)

/** `14:02:11.340` */
export const exactClockText = (ms: number, locale: string): string =>
  time(locale, { ...clockForm, fractionalSecondDigits: 3 }, ms)

export const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

const dayForm = (ms: number, now: number): Intl.DateTimeFormatOptions => ({
  day: 'numeric',
  month: 'short',
  ...(new Date(ms).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }),
})

/** `21 Nov`, with the year where it is another than now's. */
export const dayText = (ms: number, now: number, locale: string): string => time(locale, dayForm(ms, now), ms)

/** A time of day, with its day where that is not today. */
const onDay = (clock: Intl.DateTimeFormatOptions, ms: number, now: number, locale: string): string =>
  time(locale, isSameDay(ms, now) ? clock : { ...dayForm(ms, now), ...clock }, ms)

/** A moment to come: `15:55` today, else `23 Nov, 15:55`. */
export const untilText = (ms: number, now: number, locale: string): string =>
  onDay({ hour: '2-digit', minute: '2-digit' }, ms, now, locale)

/** A moment that was, to the second: `14:02:11` today, else `21 Nov, 14:02:11`. */
export const pastText = (ms: number, now: number, locale: string): string => onDay(clockForm, ms, now, locale)

/** `21 November 2025, 14:02:11`, where no space is short. */
export const momentText = (ms: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' }).format(ms)

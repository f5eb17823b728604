const time = (locale: string, options: Intl.DateTimeFormatOptions, ms: number) =>
  new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options }).format(ms)

/** `14:02:11`, in the person's time zone. */
export const clockText = (ms: number, locale: string): string =>
  time(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }, ms)

/** `14:02:11.340` */
export const exactClockText = (ms: number, locale: string): string =>
  time(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 }, ms)

export const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

/** `21 Nov`, with the year where it is another than now's. */
export const dayText = (ms: number, now: number, locale: string): string =>
  time(
    locale,
    {
      day: 'numeric',
      month: 'short',
      ...(new Date(ms).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }),
    },
    ms,
  )

/** A moment to come: `15:55` today, else `23 Nov, 15:55`. */
export function untilText(ms: number, now: number, locale: string): string {
  const clock = time(locale, { hour: '2-digit', minute: '2-digit' }, ms)
  return isSameDay(ms, now) ? clock : `${dayText(ms, now, locale)}, ${clock}`
}

/** `21 November 2025, 14:02:11`, where no space is short. */
export const momentText = (ms: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' }).format(ms)

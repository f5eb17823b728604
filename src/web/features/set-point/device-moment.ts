import { formatLocal } from '../../fields/time-zone.ts'

const day = 86_400_000

/** A moment on the device's clock: `Tue 14:30`, from a week on with the date. Both times in ms since the epoch. */
export const deviceMoment = (time: number, now: number, timezone: string, locale: string): string =>
  formatLocal(time, timezone, locale, {
    ...(Math.abs(time - now) < 6 * day ? { weekday: 'short' } : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  })

/** To the second, for comparing: `14:03:11`, from another day with the date. */
export const deviceClock = (time: number, now: number, timezone: string, locale: string): string =>
  formatLocal(time, timezone, locale, {
    ...(Math.abs(time - now) < day / 2 ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

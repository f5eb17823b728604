/*
 * Times as a device's clock shows them. EnOS names a zone as `+01:00` or by an IANA name (§3.2);
 * what cannot be read counts as UTC.
 */

const minute = 60_000
const offsetPattern = /^([+-])(\d\d):?(\d\d)$/

function wallClock(time: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Minutes east of UTC at a moment (ms since the epoch). */
export function offsetMinutes(timezone: string, time: number): number {
  const [, sign, hours, minutes] = offsetPattern.exec(timezone) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  try {
    return timezone === '' ? 0 : Math.round((wallClock(time, timezone) - time) / minute)
  } catch (error) {
    if (error instanceof RangeError) return 0
    throw error
  }
}

/** `UTC` or `UTC+01:00`. */
export function offsetName(timezone: string, time: number): string {
  const offset = offsetMinutes(timezone, time)
  const pad = (count: number) => String(count).padStart(2, '0')
  const size = Math.abs(offset)
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** `UTC`, `UTC+01:00` or `Europe/Berlin, UTC+01:00`. */
export const zoneName = (timezone: string, time: number): string =>
  timezone.includes('/') ? `${timezone}, ${offsetName(timezone, time)}` : offsetName(timezone, time)

/** `2026-01-31T23:59:59` on the device's clock, as a `datetime-local` box wants it; empty beyond year 9999. */
export function localTextOf(time: number, timezone: string): string {
  const shifted = new Date(time + offsetMinutes(timezone, time) * minute)
  const isWritable =
    !Number.isNaN(shifted.getTime()) && shifted.getUTCFullYear() >= 0 && shifted.getUTCFullYear() <= 9999
  return isWritable ? shifted.toISOString().slice(0, 19) : ''
}

/**
 * The moment (ms since the epoch) at which the device's clock shows `2026-01-31T23:59` or with seconds; null for no such text.
 * Where a clock is put back and shows it twice, either may be returned.
 */
export function timeOfLocal(text: string, timezone: string): number | null {
  const asUtc = Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`)
  if (Number.isNaN(asUtc)) return null
  const guess = asUtc - offsetMinutes(timezone, asUtc) * minute
  return asUtc - offsetMinutes(timezone, guess) * minute
}

/** A moment on the device's clock by the person's locale, without the zone's name: add {@link zoneName}. */
export const formatLocal = (
  time: number,
  timezone: string,
  locale: string,
  options: Omit<Intl.DateTimeFormatOptions, 'timeZone'>,
): string =>
  new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options, timeZone: 'UTC' }).format(
    time + offsetMinutes(timezone, time) * minute,
  )

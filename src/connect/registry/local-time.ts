const offsetPattern = /^([+-])(\d{2}):(\d{2})$/
const localPattern = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/

/** An offset such as `+01:00`, or an IANA name (§3.2). */
export function isTimezone(timezone: string): boolean {
  if (offsetPattern.test(timezone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
    return true
  } catch {
    return false
  }
}

/** How far the clocks of the zone are ahead of UTC at `time`; both in ms. */
function offsetAt(time: number, timezone: string): number {
  const [, sign, hours, minutes] = offsetPattern.exec(timezone) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(time / 1000) * 1000
}

/** `YYYY-MM-DD HH:mm:ss` on the device's clock (§2.1). `time` in ms since the epoch. */
export const localTimeText = (time: number, timezone: string): string =>
  new Date(time + offsetAt(time, timezone)).toISOString().slice(0, 19).replace('T', ' ')

/** The moment, in ms since the epoch, at which the device's clock showed this text (§2.2); null where it is no such text. */
export function readLocalTime(text: string, timezone: string): number | null {
  if (!localPattern.test(text)) return null
  const asUtc = Date.parse(`${text.replace(' ', 'T')}Z`)
  if (Number.isNaN(asUtc)) return null
  // The offset at the moment itself is not known yet; a second look settles it near a change of the clocks.
  const guess = asUtc - offsetAt(asUtc, timezone)
  return asUtc - offsetAt(guess, timezone)
}

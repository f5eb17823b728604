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

/** Tells how far the clocks of the zone are ahead of UTC at a moment; both in ms. */
function offsetOf(timezone: string): (time: number) => number {
  const [, sign, hours, minutes] = offsetPattern.exec(timezone) ?? []
  if (sign) {
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
    return () => offset
  }
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (time) => {
    const parts = format.formatToParts(time)
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
    return local - Math.floor(time / 1000) * 1000
  }
}

/** A clock that hangs beside the device. Moments are in ms since the epoch. */
export interface LocalClock {
  /** `YYYY-MM-DD HH:mm:ss` (§2.1). */
  text(time: number): string
  /** The moment at which the clock showed this text (§2.2); null where it is no such text. */
  read(text: string): number | null
}

/** `timezone` as in {@link isTimezone}. Make one for many commands: a zone's rules take a while to load. */
export function createLocalClock(timezone: string): LocalClock {
  const offsetAt = offsetOf(timezone)
  return {
    text: (time) => new Date(time + offsetAt(time)).toISOString().slice(0, 19).replace('T', ' '),

    read(text) {
      const asUtc = localPattern.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN
      // A day that its month does not have would be read as one of the next.
      if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(text.replace(' ', 'T'))) return null
      // The offset at the moment itself is not known yet; a second look settles it near a change of the clocks.
      const guess = asUtc - offsetAt(asUtc)
      return asUtc - offsetAt(guess)
    },
  }
}

import type { BodyOf } from '#contract/enos/endpoints.ts'
import { offsetMinutes } from '#contract/value/time-zone.ts'
import type { LocalClock } from '../../registry/local-time.ts'
import type { Device } from '../../registry/organisation.ts'
import type { StoredValue } from '../../registry/ports.ts'

const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** `+08:00` */
function offsetText(timezone: string, time: number): string {
  const offset = offsetMinutes(timezone, time)
  const size = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}

/** One value as the time series service writes it: the point's identifier is the name of a member. */
export function writtenRecord(
  { assetId, timezone, product }: Device,
  { id, time, value, quality }: StoredValue,
  { localTimeAccuracy, localTimeFormat, withQuality }: BodyOf<'getRawData'>,
  clock: LocalClock,
): object {
  const exact = localTimeAccuracy ? `.${String(time % 1000).padStart(3, '0')}` : ''
  const local = `${clock.text(time)}${exact}`
  const hasQuality = product.model.used.measurepoints[id]?.hasQuality
  return {
    assetId,
    timestamp: time,
    [id]: value,
    localtime: localTimeFormat === 1 ? `${local.replace(' ', 'T')}${offsetText(timezone, time)}` : local,
    ...(withQuality ? { quality: hasQuality ? quality : null } : {}),
  }
}

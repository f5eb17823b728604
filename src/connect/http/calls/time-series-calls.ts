import type { BodyOf } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { mostRawData, recordMembers } from '#contract/enos/raw-data.ts'
import { createLocalClock, type LocalClock } from '../../registry/local-time.ts'
import type { Device } from '../../registry/organisation.ts'
import type { Registry } from '../../registry/registry.ts'
import type { ValueHistory } from '../../registry/value-history.ts'
import { requireAsset } from '../access.ts'
import type { Call } from '../answer.ts'
import { writtenRecord } from './written-record.ts'

/** Devices × points of one question. */
const mostSeries = 3000
/** Records of one point of one device. */
const usualPage = 1000

const namesIn = (text: string): string[] => [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean)

const isoPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/

const wrong = (name: string, why: string): Failure => new Failure('invalidArgument', `${name}: ${name} ${why}`)

/** @throws Failure invalidArgument where it is no time in either form. */
function momentOf(name: 'startTime' | 'endTime', text: string, clock: LocalClock): number {
  const time = isoPattern.test(text) ? Date.parse(text) : clock.read(text)
  if (time !== null && !Number.isNaN(time)) return time
  throw wrong(name, 'must be YYYY-MM-DDTHH:mm:ss with a time zone, or YYYY-MM-DD HH:mm:ss')
}

/** @throws Failure invalidArgument where the times are of two forms, or end before they begin. */
function spanOf({ startTime, endTime }: BodyOf<'getRawData'>, clock: LocalClock): { from: number; to: number } {
  const from = momentOf('startTime', startTime, clock)
  const to = momentOf('endTime', endTime, clock)
  if (isoPattern.test(startTime) !== isoPattern.test(endTime)) throw wrong('endTime', 'must have the form of startTime')
  if (to < from) throw wrong('endTime', 'must not be before startTime')
  return { from, to }
}

/** @throws Failure invalidArgument where more is asked for than one answer may hold. */
function assertHolds(series: number, pageSize: number): void {
  if (series === 0) throw wrong('pointIds', 'must name a point')
  if (series > mostSeries) throw wrong('pointIds', `must ask for at most ${mostSeries} series, of all devices together`)
  if (series * pageSize > mostRawData) {
    throw wrong('pageSize', `must be at most ${Math.floor(mostRawData / series)} for ${series} series`)
  }
}

/** Values over time (docs/time-series.md): of points that can be set, for as long as they are kept. */
export function createTimeSeriesCalls(
  registry: Registry,
  history: Pick<ValueHistory, 'find'>,
): { getRawData: Call<'getRawData'> } {
  async function recordsOf(device: Device, pointIds: string[], body: BodyOf<'getRawData'>): Promise<object[]> {
    const { productKey, deviceKey } = device
    const clock = createLocalClock(device.timezone)
    const span = spanOf(body, clock)
    const newestFirst = body.orderBy === 'timestamp desc'
    const records: object[] = []
    for (const id of pointIds) {
      const limit = body.pageSize ?? usualPage
      const values = await history.find({ productKey, deviceKey, id, ...span, newestFirst, limit })
      for (const value of values) records.push(writtenRecord(device, value, body, clock))
    }
    return records
  }

  return {
    getRawData: async ({ application, organisation }, _query, body) => {
      const devices = namesIn(body.assetIds).map((assetId) => registry.select(organisation, { assetId }))
      if (devices.length === 0) throw wrong('assetIds', 'must name an asset')
      for (const { assetId } of devices) requireAsset(application, 'asset.read', assetId)
      const pointIds = namesIn(body.pointIds).filter((id) => !recordMembers.has(id))
      assertHolds(devices.length * pointIds.length, body.pageSize ?? usualPage)
      const items: object[] = []
      for (const device of devices) items.push(...(await recordsOf(device, pointIds, body)))
      return { data: { items } }
    },
  }
}

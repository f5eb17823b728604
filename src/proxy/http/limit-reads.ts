import type { EndpointName } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { Person } from '#contract/panel/session.ts'
import { type ExactJson, isExactNumber, parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { DeviceAssets } from '../access/device-assets.ts'
import type { KnownPlaces } from '../access/places.ts'
import { narrowSearch } from './narrow-search.ts'
import type { ReadCall } from './read-call.ts'

/** What a call is about: `one` device or asset that its query names, `those` its body names, a `list`, or `none`. */
const subjects = {
  setMeasurepoint: 'one',
  getCommand: 'one',
  searchCommand: 'one',
  cancelCommand: 'one',
  getDevice: 'one',
  queryLatest: 'one',
  getAsset: 'one',
  getRawData: 'those',
  searchDevice: 'list',
  searchAsset: 'list',
  searchRelatedAsset: 'list',
  getThingModel: 'none',
  searchThingModel: 'none',
  getToken: 'none',
  refreshToken: 'none',
} as const satisfies Record<EndpointName, 'one' | 'those' | 'list' | 'none'>

export interface ReadLimits {
  /**
   * The call as this person may make it.
   * @throws Failure outsidePlaces where it is about something outside, targetUnknown where that cannot be found out.
   */
  narrow(person: Person, gatewayId: string, read: ReadCall): Promise<ReadCall>
  /**
   * The answer's text without what is outside; every digit of the rest as it came.
   * @throws Failure outsidePlaces where it is about one thing, and that is outside.
   */
  sift(person: Person, gatewayId: string, read: ReadCall, text: string): Promise<string>
}

const membersOf = (json: ExactJson): { [member: string]: ExactJson } =>
  typeof json !== 'object' || json === null || Array.isArray(json) || isExactNumber(json) ? {} : json

const assetIdIn = (row: ExactJson): string => {
  const { assetId } = membersOf(row)
  return isExactNumber(assetId) ? assetId.value : typeof assetId === 'string' ? assetId : ''
}

const outside = (): Failure => new Failure('outsidePlaces', 'outside the places of this person')

/** Limits the look-ups of people that have only some places (§3). For all others nothing is asked and nothing changed. */
export function createReadLimits({
  places,
  deviceAssets,
}: {
  places: KnownPlaces
  deviceAssets: DeviceAssets
}): ReadLimits {
  /** Every name that the call gives has to lead to a place within: which of them counts is the gateway's choice. */
  async function assertWithin({ assetIds }: Person, gatewayId: string, { query }: ReadCall): Promise<void> {
    const named: (string | null)[] = []
    if (query.assetId) named.push(String(query.assetId))
    if (query.productKey || query.deviceKey) {
      const keys = { productKey: String(query.productKey ?? ''), deviceKey: String(query.deviceKey ?? '') }
      named.push(await deviceAssets.assetIdOf(gatewayId, keys))
    }
    // What does not exist looks like what is outside: ids cannot be tried out.
    for (const assetId of named) {
      if (assetId === null || !(await places.isWithin(gatewayId, assetId, assetIds))) throw outside()
    }
    if (named.length === 0) throw outside()
  }

  /** Ids stand in the body with commas between them: each has to lead to a place within. */
  async function assertThoseWithin({ assetIds }: Person, gatewayId: string, { body }: ReadCall): Promise<void> {
    const { assetIds: asked = '' } = membersOf(parseExact(body))
    const named = String(asked).split(',')
    for (const id of named) {
      if (!(await places.isWithin(gatewayId, id.trim(), assetIds))) throw outside()
    }
  }

  return {
    async narrow(person, gatewayId, read) {
      const subject = subjects[read.name]
      if (person.assetIds.length === 0 || subject === 'none') return read
      if (subject === 'list') return narrowSearch(read, await places.within(gatewayId, person.assetIds))
      await (subject === 'those' ? assertThoseWithin : assertWithin)(person, gatewayId, read)
      return read
    },

    async sift({ assetIds }, gatewayId, { name }, text) {
      const subject = subjects[name]
      if (assetIds.length === 0 || subject === 'none') return text
      const answer = membersOf(parseExact(text))
      const { data = null } = answer
      // A row of a call about one thing need not say again of which.
      const isWithin = async (row: ExactJson): Promise<boolean> => {
        const assetId = assetIdIn(row)
        return assetId === '' ? subject === 'one' : await places.isWithin(gatewayId, assetId, assetIds)
      }
      if (data === null) return text
      const { items } = membersOf(data)
      const rows = subject === 'those' && Array.isArray(items) ? items : data
      if (!Array.isArray(rows)) {
        if (await isWithin(rows)) return text
        throw outside()
      }
      const kept: ExactJson[] = []
      for (const row of rows) if (await isWithin(row)) kept.push(row)
      if (kept.length === rows.length) return text
      return stringifyExact({ ...answer, data: rows === data ? kept : { ...membersOf(data), items: kept } })
    },
  }
}

import { localText } from '#contract/enos/string-i18n.ts'
import { createNameIndex } from '../../registry/name-index.ts'
import type { Device, Organisation } from '../../registry/organisation.ts'
import type { Registry } from '../../registry/registry.ts'
import { reaches, requireAsset } from '../access.ts'
import type { Call } from '../answer.ts'
import {
  candidatesFor,
  matchExpression,
  type SearchFields,
  type SearchIndexes,
} from '../expression/match-expression.ts'
import { pageOf, pageSizes, readPage } from '../page.ts'
import { project } from '../projection.ts'
import { writtenDevice } from './written-device.ts'

/** §3.2. */
const fieldsFor = ({ lives }: Registry): SearchFields<Device> => ({
  modelId: { operators: ['=', 'in'], read: ({ product }) => product.model.modelId },
  productKey: { operators: ['=', 'in'], read: ({ productKey }) => productKey },
  deviceKey: { operators: ['=', 'in'], read: ({ deviceKey }) => deviceKey },
  assetId: { operators: ['=', 'in'], read: ({ assetId }) => assetId },
  productType: { operators: ['='], read: ({ product }) => product.productType },
  deviceName: { operators: ['like'], read: ({ name }, locale) => localText(name, locale) },
  /** The filter's word for a disabled device is `disable`; both are read. */
  status: {
    operators: ['=', '!=', 'in'],
    read: (device) => {
      const status = lives.status(device)
      return status === 'disabled' ? ['disabled', 'disable'] : status
    },
  },
  /** No device of ours has any. */
  deviceAttributes: { operators: ['=', 'in', 'exists', 'not exists'], read: () => undefined },
  deviceTags: { operators: ['=', 'in', 'exists', 'not exists'], read: ({ tags }, key) => ownValue(tags, key) },
})

const ownValue = (map: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined

/** What a search goes through: newest first (§3.2), those of one moment in the fleet file's order. */
interface SearchableDevices {
  newestFirst: readonly Device[]
  rank: ReadonlyMap<Device, number>
  indexes: SearchIndexes<Device>
}

function searchableOf(organisation: Organisation, { lives }: Registry): SearchableDevices {
  // A device's first moment never changes.
  const created = new Map([...organisation.devices.values()].map((one) => [one, lives.times(one)?.createTime ?? 0]))
  const newestFirst = [...created].sort(([, a], [, b]) => b - a).map(([device]) => device)
  const byKey = new Map<string, Device[]>()
  for (const device of newestFirst) {
    const bearers = byKey.get(device.deviceKey)
    if (bearers) bearers.push(device)
    else byKey.set(device.deviceKey, [device])
  }
  return {
    newestFirst,
    rank: new Map(newestFirst.map((device, index) => [device, index])),
    indexes: {
      deviceKey: { '=': (value) => byKey.get(value) ?? [] },
      assetId: {
        '=': (value) => {
          const device = organisation.assets.get(value)?.device
          return device ? [device] : []
        },
      },
      deviceName: { like: createNameIndex(newestFirst) },
      status: { '=': (value) => (value === 'online' ? lives.online() : null) },
    },
  }
}

/** The candidates in the order of a search: sorted where they are few, else picked out of all. */
function ordered({ newestFirst, rank }: SearchableDevices, candidates: Set<Device> | null): readonly Device[] {
  if (!candidates) return newestFirst
  if (candidates.size > newestFirst.length / 20) return newestFirst.filter((device) => candidates.has(device))
  const known = [...candidates].flatMap((device) => {
    const place = rank.get(device)
    return place === undefined ? [] : [{ device, place }]
  })
  return known.sort((a, b) => a.place - b.place).map(({ device }) => device)
}

export function createDeviceCalls(registry: Registry): {
  getDevice: Call<'getDevice'>
  searchDevice: Call<'searchDevice'>
  queryLatest: Call<'queryLatest'>
} {
  const fields = fieldsFor(registry)
  const searchables = new Map<Organisation, SearchableDevices>()
  function searchable(organisation: Organisation): SearchableDevices {
    const known = searchables.get(organisation) ?? searchableOf(organisation, registry)
    searchables.set(organisation, known)
    return known
  }
  return {
    getDevice: ({ application, organisation }, query) => {
      const device = registry.select(organisation, query)
      requireAsset(application, 'device.read', device.assetId)
      return { data: writtenDevice(device, registry) }
    },

    searchDevice: ({ application, organisation }, _query, body) => {
      const matches = matchExpression(body.expression, fields)
      const known = searchable(organisation)
      const { newestFirst, indexes } = known
      const among = ordered(known, candidatesFor(body.expression, indexes))
      const isEvery = !body.expression?.trim() && application.assets === null
      const found = isEvery
        ? newestFirst
        : among.filter((device) => reaches(application, device.assetId) && matches(device))
      const [devices, pagination] = pageOf(found, readPage(body, pageSizes.device))
      const written = devices.map((device) => writtenDevice(device, registry))
      return { data: project(written, body.projection), pagination }
    },

    /** §3.4: `time` is text there. Points never reported are left out. */
    queryLatest: ({ application, organisation }, query, body) => {
      const device = registry.select(organisation, query)
      requireAsset(application, 'device.read', device.assetId)
      const points = device.product.model.used.measurepoints
      const wanted = body.measurepointIds ? new Set(body.measurepointIds) : null
      const values = [...registry.lives.values(device).values()].filter(({ id }) => !wanted || wanted.has(id))
      return {
        data: values.map(({ id, time, value, quality }) => ({
          id,
          time: String(time),
          value,
          ...(points[id]?.hasQuality ? { quality } : {}),
        })),
      }
    },
  }
}

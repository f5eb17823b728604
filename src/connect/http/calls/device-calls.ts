import { localText } from '#contract/enos/string-i18n.ts'
import type { Device } from '../../registry/organisation.ts'
import type { Registry } from '../../registry/registry.ts'
import { reaches, requireAsset } from '../access.ts'
import type { Call } from '../answer.ts'
import { matchExpression, type SearchFields } from '../expression/match-expression.ts'
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
    read: (device) => (lives.status(device) === 'disabled' ? ['disabled', 'disable'] : lives.status(device)),
  },
  /** No device of ours has any. */
  deviceAttributes: { operators: ['=', 'in', 'exists', 'not exists'], read: () => undefined },
  deviceTags: { operators: ['=', 'in', 'exists', 'not exists'], read: ({ tags }, key) => ownValue(tags, key) },
})

const ownValue = (map: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined

export function createDeviceCalls(registry: Registry): {
  getDevice: Call<'getDevice'>
  searchDevice: Call<'searchDevice'>
  queryLatest: Call<'queryLatest'>
} {
  const fields = fieldsFor(registry)
  return {
    getDevice: ({ application, organisation }, query) => {
      const device = registry.select(organisation, query)
      requireAsset(application, 'device.read', device.assetId)
      return { data: writtenDevice(device, registry) }
    },

    /** Newest first (§3.2); those of one moment in the fleet file's order. */
    searchDevice: ({ application, organisation }, _query, body) => {
      const matches = matchExpression(body.expression, fields)
      const createTime = (device: Device): number => registry.lives.times(device)?.createTime ?? 0
      const found = [...organisation.devices.values()]
        .filter((device) => reaches(application, device.assetId) && matches(device))
        .sort((a, b) => createTime(b) - createTime(a))
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

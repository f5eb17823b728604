import * as z from 'zod/mini'
import { exactJsonSchema } from '../value/exact.ts'
import { assetSchema } from './asset.ts'
import { commandSchema } from './command.ts'
import { deviceSchema } from './device.ts'
import { latestValueSchema } from './latest-value.ts'
import type { Permission } from './permission.ts'
import { rawDataBody, rawDataSchema } from './raw-data.ts'
import { integer, integerBetween, text } from './reading.ts'
import { thingModelSchema } from './thing-model.ts'

/**
 * One row for each EnOS call that we use: the panel's client, the proxy's allow-list and connect's routes follow from it.
 * `query` is what stands in the URL besides `action`; `data` is the envelope's `data`.
 */
export interface Endpoint {
  method: 'GET' | 'POST'
  path: string
  /** The query parameter `action`; null where a call has none. */
  action: string | null
  query: z.ZodMiniType<unknown, unknown>
  /** null: the call has no body. */
  body: z.ZodMiniType<unknown, unknown> | null
  data: z.ZodMiniType<unknown, unknown>
  /** null: the call needs no permission of its own. */
  permission: Permission | null
}

const id = z.string().check(z.minLength(1), z.maxLength(256))
const orgId = { orgId: id }
const device = { assetId: z.optional(id), productKey: z.optional(id), deviceKey: z.optional(id) }

/** §1.1: assetId, or productKey and deviceKey together. */
const namesDevice = z.refine<{
  assetId?: string | undefined
  productKey?: string | undefined
  deviceKey?: string | undefined
}>(
  ({ assetId, productKey, deviceKey }) =>
    Boolean(productKey) === Boolean(deviceKey) && (Boolean(assetId) || Boolean(productKey)),
  { path: ['assetId'], error: 'either assetId or productKey and deviceKey together must be given' },
)
const deviceQuery = z.object({ ...orgId, ...device }).check(namesDevice)

/** Seconds; 0 sends at once and waits, more keeps the command for that long (§1.1). */
export const pendingTtlRange = { minimum: 0, maximum: 172_800, default: 0 } as const
/** Seconds a device has to answer (§1.1). */
export const timeoutRange = { minimum: 1, maximum: 60, default: 30 } as const

const setQuery = z
  .object({
    ...orgId,
    ...device,
    measurepointId: id,
    pendingTtl: z._default(integerBetween(pendingTtlRange.minimum, pendingTtlRange.maximum), pendingTtlRange.default),
    timeout: z._default(integerBetween(timeoutRange.minimum, timeoutRange.maximum), timeoutRange.default),
  })
  .check(namesDevice)

const paging = z.object({
  pageNo: z.optional(integerBetween(1, 1_000_000)),
  pageSize: z.optional(integerBetween(1, 1000)),
  sorters: z.optional(z.unknown()),
})
/** §2.4: SQL-like text, a page, and the fields to keep. */
const searchBody = z.object({
  expression: z.nullish(z.string()),
  pagination: z.nullish(paging),
  projection: z.nullish(z.array(z.string())),
})
export type SearchBody = z.infer<typeof searchBody>

const relatedBody = z.object({
  ...searchBody.shape,
  filter: z.nullish(
    z.object({
      assetIds: z.nullish(z.array(z.string())),
      nameLike: z.nullish(z.object({ locale: z.string(), value: z.string() })),
      modelIds: z.nullish(z.array(z.string())),
      rootModelIds: z.nullish(z.array(z.string())),
      isParentOfAssetId: z.nullish(z.string()),
      isChildOfAssetId: z.nullish(z.string()),
      isAncestorOfAssetId: z.nullish(z.string()),
      isDescendantOfAssetId: z.nullish(z.string()),
    }),
  ),
})

const modelQuery = z.object({ ...orgId, modelId: id, scope: z.optional(integerBetween(0, 1)) })
const commandQuery = z.object({ ...orgId, ...device, commandId: id }).check(namesDevice)
const cancelQuery = z.object({ ...orgId, ...device, commandId: z.optional(id) }).check(namesDevice)

const tokenBody = { appKey: z.string(), encryption: z.string(), timestamp: integer }
const tokenData = z.object({ accessToken: z.string(), expire: integer })

const commands = '/connect-service/v2.1/commands'
const devices = '/connect-service/v2.1/devices'
const assetNodes = '/asset-tree-service/v2.1/asset-nodes'
const thingModels = '/model-service/v2.1/thing-models'

export const endpoints = {
  /** §1 */
  setMeasurepoint: {
    method: 'POST',
    path: commands,
    action: 'setMeasurepoint',
    query: setQuery,
    body: z.object({ value: exactJsonSchema }),
    data: z.object({ commandId: text }),
    permission: 'asset.control',
  },
  /** §2 */
  getCommand: {
    method: 'GET',
    path: commands,
    action: 'get',
    query: commandQuery,
    body: null,
    data: commandSchema,
    permission: 'asset.control',
  },
  /** §2.2 */
  searchCommand: {
    method: 'POST',
    path: commands,
    action: 'search',
    query: deviceQuery,
    body: searchBody,
    data: z.array(commandSchema),
    permission: 'asset.control',
  },
  /** §2.3: without commandId every waiting command of the device is cancelled. */
  cancelCommand: {
    method: 'POST',
    path: commands,
    action: 'cancel',
    query: cancelQuery,
    body: null,
    data: z.array(commandSchema),
    permission: 'asset.control',
  },
  /** §3.2 */
  searchDevice: {
    method: 'POST',
    path: devices,
    action: 'search',
    query: z.object(orgId),
    body: searchBody,
    data: z.array(deviceSchema),
    permission: 'device.read',
  },
  /** §3.2 */
  getDevice: {
    method: 'GET',
    path: devices,
    action: 'get',
    query: deviceQuery,
    body: null,
    data: deviceSchema,
    permission: 'device.read',
  },
  /** §3.1 */
  searchAsset: {
    method: 'POST',
    path: assetNodes,
    action: 'searchAsset',
    query: z.object(orgId),
    body: searchBody,
    data: z.array(assetSchema),
    permission: 'asset.read',
  },
  /** §3.1 */
  searchRelatedAsset: {
    method: 'POST',
    path: assetNodes,
    action: 'searchRelatedAsset',
    query: z.object({ ...orgId, treeId: id }),
    body: relatedBody,
    data: z.array(assetSchema),
    permission: 'asset.read',
  },
  /** §3.1 */
  getAsset: {
    method: 'GET',
    path: '/asset-service/v2.1/assets',
    action: 'get',
    query: z.object({ ...orgId, assetId: id }),
    body: null,
    data: assetSchema,
    permission: 'asset.read',
  },
  /** §3.3 */
  getThingModel: {
    method: 'GET',
    path: thingModels,
    action: 'get',
    query: modelQuery,
    body: null,
    data: thingModelSchema,
    permission: 'model.read',
  },
  /** §3.3 */
  searchThingModel: {
    method: 'POST',
    path: thingModels,
    action: 'search',
    query: z.object({ ...orgId, scope: z.optional(integerBetween(0, 1)) }),
    body: searchBody,
    data: z.array(thingModelSchema),
    permission: 'model.read',
  },
  /** §3.4 */
  queryLatest: {
    method: 'POST',
    path: '/connect-service/v2.1/measurepoints',
    action: 'queryLatest',
    query: deviceQuery,
    body: z.object({ measurepointIds: z.nullish(z.array(z.string())) }),
    data: z.array(latestValueSchema),
    permission: 'device.read',
  },
  /** Values over time; docs/time-series.md says where this row comes from. */
  getRawData: {
    method: 'POST',
    path: '/tsdb-service/v2.1/raw',
    action: null,
    query: z.object(orgId),
    body: rawDataBody,
    data: rawDataSchema,
    permission: 'asset.read',
  },
  /** §4.1; unsigned. */
  getToken: {
    method: 'POST',
    path: '/apim-token-service/v2.0/token/get',
    action: null,
    query: z.object({}),
    body: z.object(tokenBody),
    data: tokenData,
    permission: null,
  },
  /** §4.1; unsigned. */
  refreshToken: {
    method: 'POST',
    path: '/apim-token-service/v2.0/token/refresh',
    action: null,
    query: z.object({}),
    body: z.object({ ...tokenBody, accessToken: z.string() }),
    data: tokenData,
    permission: null,
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
export type QueryOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['query']>
export type DataOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['data']>
export type BodyOf<N extends EndpointName> = (typeof endpoints)[N]['body'] extends z.ZodMiniType
  ? z.output<(typeof endpoints)[N]['body']>
  : null

/** The calls a panel may make: all but those that hand out tokens. */
export const isTokenCall = (name: EndpointName): boolean => endpoints[name].permission === null

/** The row that a request addresses, or undefined. */
export const endpointNamed = (method: string, path: string, action: string | null): EndpointName | undefined =>
  (Object.keys(endpoints) as EndpointName[]).find((name) => {
    const endpoint = endpoints[name]
    return endpoint.method === method && endpoint.path === path && endpoint.action === action
  })

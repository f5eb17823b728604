import * as z from 'zod/mini'
import { exactJsonSchema } from '../value/exact.ts'
import { type Call, calls, pendingTtlRange, timeoutRange } from './calls.ts'
import { rawDataBody } from './raw-data.ts'
import { integer, integerBetween } from './reading.ts'

/**
 * One row for each EnOS call that we use: the panel's client, the proxy's allow-list and connect's routes follow from it.
 * `query` is what stands in the URL besides `action`.
 */
export interface Endpoint extends Call {
  query: z.ZodMiniType<unknown, unknown>
  /** null: the call has no body. */
  body: z.ZodMiniType<unknown, unknown> | null
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

export const endpoints = {
  setMeasurepoint: { ...calls.setMeasurepoint, query: setQuery, body: z.object({ value: exactJsonSchema }) },
  getCommand: { ...calls.getCommand, query: commandQuery, body: null },
  searchCommand: { ...calls.searchCommand, query: deviceQuery, body: searchBody },
  cancelCommand: { ...calls.cancelCommand, query: cancelQuery, body: null },
  searchDevice: { ...calls.searchDevice, query: z.object(orgId), body: searchBody },
  getDevice: { ...calls.getDevice, query: deviceQuery, body: null },
  searchAsset: { ...calls.searchAsset, query: z.object(orgId), body: searchBody },
  searchRelatedAsset: { ...calls.searchRelatedAsset, query: z.object({ ...orgId, treeId: id }), body: relatedBody },
  getAsset: { ...calls.getAsset, query: z.object({ ...orgId, assetId: id }), body: null },
  getThingModel: { ...calls.getThingModel, query: modelQuery, body: null },
  searchThingModel: {
    ...calls.searchThingModel,
    query: z.object({ ...orgId, scope: z.optional(integerBetween(0, 1)) }),
    body: searchBody,
  },
  queryLatest: {
    ...calls.queryLatest,
    query: deviceQuery,
    body: z.object({ measurepointIds: z.nullish(z.array(z.string())) }),
  },
  getRawData: { ...calls.getRawData, query: z.object(orgId), body: rawDataBody },
  getToken: { ...calls.getToken, query: z.object({}), body: z.object(tokenBody) },
  refreshToken: {
    ...calls.refreshToken,
    query: z.object({}),
    body: z.object({ ...tokenBody, accessToken: z.string() }),
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

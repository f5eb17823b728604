import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Device, DeviceSelector } from '#contract/enos/device.ts'
import type { OperationQuery } from '#contract/panel/panel-endpoints.ts'
import type { Session } from '#contract/panel/session.ts'
import { callEnos, callPanel, gatewayIdHere } from './call.ts'
import { kept } from './kept.ts'
import { untilChange } from './until-change.ts'

async function askSession(): Promise<Session> {
  const early = globalThis.earlySession
  globalThis.earlySession = undefined
  const session = await callPanel('session', {}, { early })
  // The server's clock as of now, wherever the answer has waited for this code.
  return early ? { ...session, time: session.time + Date.now() - (await early).heardAt } : session
}

/** Who looks, and which gateway is behind the proxy; asked first before this code was there (public/early.js). */
export const sessionQuery = () =>
  queryOptions({ queryKey: ['session'], queryFn: askSession, staleTime: Number.POSITIVE_INFINITY })

/** How the gateway does, by what the proxy's calls have shown; asked again every 30 s, while it does not answer every 5 s. */
export const gatewayQuery = () =>
  queryOptions({
    queryKey: ['gateway'],
    queryFn: ({ signal }) => callPanel('gateway', {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.reachable === false ? 5000 : 30_000),
    retry: false,
  })

/** Devices up to which a fleet is held in the browser as a whole, and searched there. */
export const wholeFleet = 1000

/** The devices of the organisation: all of them, or, where they are more than {@link wholeFleet}, the newest 200. */
export interface Fleet {
  devices: Device[]
  /** How many there are. */
  total: number
}

/** The fleet with its states: asked again every 5 s, of a large one every minute. */
export const fleetQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['devices', orgId],
    meta: kept,
    queryFn: async ({ signal }): Promise<Fleet> => {
      const pageSize = 200
      const first = await callEnos('searchDevice', { orgId }, { body: { pagination: { pageNo: 1, pageSize } }, signal })
      const total = first.pagination?.totalSize ?? first.data.length
      const devices = [...first.data]
      const pages = total > wholeFleet ? 1 : Math.ceil(total / pageSize)
      for (let pageNo = 2; pageNo <= pages; pageNo++) {
        devices.push(
          ...(await callEnos('searchDevice', { orgId }, { body: { pagination: { pageNo, pageSize } }, signal })).data,
        )
      }
      return { devices, total }
    },
    refetchInterval: ({ state }) => ((state.data?.total ?? 0) > wholeFleet ? 60_000 : 5000),
  })

const devicesOf = ({ devices }: Fleet): Device[] => devices

/** The devices of {@link fleetQuery}: of a large fleet only the newest. */
export const devicesQuery = (orgId: string) => queryOptions({ ...fleetQuery(orgId), select: devicesOf })

/** The assets right below one asset of a tree. */
export const childrenQuery = (orgId: string, treeId: string, assetId: string) =>
  queryOptions({
    queryKey: ['children', orgId, treeId, assetId],
    meta: kept,
    queryFn: async ({ signal }) =>
      (
        await callEnos(
          'searchRelatedAsset',
          { orgId, treeId },
          { body: { filter: { isChildOfAssetId: assetId }, pagination: { pageNo: 1, pageSize: 1000 } }, signal },
        )
      ).data,
    staleTime: 60_000,
  })

/** Its own among all devices, in a query's key. */
export const selectorKey = ({ assetId, productKey, deviceKey }: DeviceSelector) =>
  assetId ?? `${productKey}/${deviceKey}`

/** One device with its status; asked again every 3 s. */
export const deviceQuery = (orgId: string, device: DeviceSelector) =>
  queryOptions({
    queryKey: ['device', orgId, selectorKey(device)],
    meta: kept,
    queryFn: async ({ signal }) => (await callEnos('getDevice', { orgId, ...device }, { signal })).data,
    refetchInterval: 3000,
  })

/** The points of a model. */
export const modelQuery = (orgId: string, modelId: string) =>
  queryOptions({
    queryKey: ['model', orgId, modelId],
    meta: kept,
    queryFn: async ({ signal }) => (await callEnos('getThingModel', { orgId, modelId }, { signal })).data,
    staleTime: 300_000,
  })

/** What the device last reported for each of its points; asked again every 2 s. */
export const latestQuery = (orgId: string, device: DeviceSelector) =>
  queryOptions({
    queryKey: ['latest', orgId, selectorKey(device)],
    meta: kept,
    queryFn: async ({ signal }) => (await callEnos('queryLatest', { orgId, ...device }, { body: {}, signal })).data,
    refetchInterval: 2000,
  })

/**
 * Whether, and why, the person may set a point now; asked again when that changes by itself, and every 30 s, since
 * others change rules and roles.
 */
export const permissionToSetQuery = (orgId: string, device: DeviceSelector, measurepointId: string) =>
  queryOptions({
    queryKey: ['permission-to-set', orgId, selectorKey(device), measurepointId],
    meta: kept,
    queryFn: ({ signal }) => callPanel('permissionToSet', { ...device, measurepointId }, { signal }),
    refetchInterval: ({ state: { data } }) => {
      const waiting = data?.checks.filter(({ passed }) => !passed) ?? []
      return untilChange(
        waiting.map(({ passesAt }) => passesAt),
        Date.now(),
      )
    },
    retry: 1,
  })

export type OperationFilter = Omit<OperationQuery, 'cursor' | 'limit' | 'count'>

/** A filter as the query of a call. */
export const parametersOf = (filter: OperationFilter): Record<string, string | undefined> => ({
  gatewayId: gatewayIdHere(),
  ...(filter as Record<string, string>),
  ...(filter.outcome ? { outcome: String(filter.outcome) } : {}),
  ...(filter.pointClass ? { pointClass: String(filter.pointClass) } : {}),
})

/** Operations, newest first; kept up to date by live.ts. */
export const operationsQuery = (filter: OperationFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['operations', filter, limit],
    meta: kept,
    queryFn: ({ pageParam, signal }) =>
      callPanel(
        'listOperations',
        { ...parametersOf(filter), ...(pageParam ? { cursor: pageParam } : {}), limit },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** The same for a long list that is read page by page: what it holds is kept up to date, what is new is not put in. */
export const operationPagesQuery = (filter: OperationFilter) =>
  infiniteQueryOptions({
    ...operationsQuery(filter, 100),
    queryKey: ['operation-pages', filter],
    staleTime: Number.POSITIVE_INFINITY,
  })

/** One operation; kept up to date by live.ts. */
export const operationQuery = (id: string) =>
  queryOptions({
    queryKey: ['operation', id],
    meta: kept,
    queryFn: ({ signal }) => callPanel('getOperation', {}, { id, signal }),
  })

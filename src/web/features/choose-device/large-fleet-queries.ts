import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Device } from '#contract/enos/device.ts'
import { callEnos } from '../../api/call.ts'
import { devicePageSize, devicesFreshAfter, devicesWith } from '../../api/found-devices-query.ts'
import { kept } from '../../api/kept.ts'
import { idsExpression, oneOf } from '../../api/search-expression.ts'

/** What can be opened in a fleet that is never read whole: an asset of a tree, or all devices of a model. */
export type Place = { treeId: string; assetId: string } | { modelId: string }

export const placeId = (place: Place): string =>
  'modelId' in place ? `model:${place.modelId}` : `${place.treeId}/${place.assetId}`

export interface PlaceName {
  place: Place
  name: string
}

/** One page of what is right below a place, in the gateway's order. */
export interface Level {
  places: PlaceName[]
  devices: Device[]
  /** All below, on every page; and how many of them the pages so far have. */
  total: number
  seen: number
}

/** Devices by their asset ids, in that order; those that are not known are left out. */
async function devicesOfAssets(orgId: string, assetIds: string[], signal: AbortSignal): Promise<Device[]> {
  if (assetIds.length === 0) return []
  const { devices } = await devicesWith(orgId, idsExpression(assetIds.slice(0, devicePageSize)), 1, signal)
  const byId = new Map(devices.map((device) => [device.assetId, device]))
  return assetIds.flatMap((assetId) => byId.get(assetId) ?? [])
}

async function readLevel(
  orgId: string,
  place: Place,
  pageNo: number,
  nameOf: (name: Device['deviceName']) => string,
  signal: AbortSignal,
): Promise<Level> {
  if ('modelId' in place) {
    const { devices, total } = await devicesWith(orgId, oneOf('modelId', place.modelId), pageNo, signal)
    return { places: [], devices, total, seen: (pageNo - 1) * devicePageSize + devices.length }
  }
  const { treeId, assetId } = place
  const body = { filter: { isChildOfAssetId: assetId }, pagination: { pageNo, pageSize: devicePageSize } }
  const { data, pagination } = await callEnos('searchRelatedAsset', { orgId, treeId }, { body, signal })
  const isLogical = ({ label }: { label?: string | null | undefined }) => label === '1'
  return {
    places: data.filter(isLogical).map((asset) => ({
      place: { treeId, assetId: asset.assetId },
      name: nameOf(asset.name) || asset.assetId,
    })),
    devices: await devicesOfAssets(
      orgId,
      data.filter((asset) => !isLogical(asset)).map((asset) => asset.assetId),
      signal,
    ),
    total: pagination?.totalSize ?? data.length,
    seen: (pageNo - 1) * devicePageSize + data.length,
  }
}

/** A page of what is right below a place; read when it is opened and scrolled to. */
export const levelQuery = (
  orgId: string,
  place: Place,
  pageNo: number,
  enosLocale: string,
  nameOf: (name: Device['deviceName']) => string,
) =>
  queryOptions({
    queryKey: ['level', orgId, placeId(place), pageNo, enosLocale],
    meta: kept,
    queryFn: ({ signal }) => readLevel(orgId, place, pageNo, nameOf, signal),
    refetchInterval: devicesFreshAfter,
  })

/** Devices by their ids, e.g. the starred ones. */
export const devicesOfIdsQuery = (orgId: string, assetIds: string[]) =>
  queryOptions({
    queryKey: ['devices-of-ids', orgId, assetIds],
    meta: kept,
    queryFn: ({ signal }) => devicesOfAssets(orgId, assetIds, signal),
    enabled: assetIds.length > 0,
    refetchInterval: devicesFreshAfter,
    placeholderData: keepPreviousData,
  })

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { fleetQuery, wholeFleet } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { type DeviceGroup, groupByModel, groupByTree, pathsOf } from './device-group.ts'
import { type AssetTree, treesQuery } from './tree-query.ts'

const noDevices: Device[] = []
const noTrees: AssetTree[] = []
const noGroups: DeviceGroup[] = []

/**
 * All devices, in the asset trees where there are any that can be read, else by model; none of a fleet that is too
 * large to be held as a whole.
 * @param asks false: only what others have asked for is used.
 */
export function useDeviceGroups(orgId: string, treeIds: string[], asks = true) {
  const { device, locale, enosLocale } = useText()
  const {
    data: fleet,
    dataUpdatedAt,
    isPending,
    fetchStatus,
    error,
    refetch,
  } = useQuery({ ...fleetQuery(orgId), enabled: asks })
  const total = fleet?.total ?? 0
  const isLarge = total > wholeFleet
  const devices = fleet && !isLarge ? fleet.devices : noDevices
  const treesOfFleet = useQuery({
    ...treesQuery(orgId, treeIds),
    enabled: asks && treeIds.length > 0 && !isLarge,
  })
  const { data: trees = noTrees, isLoading, isFetching, isError } = treesOfFleet
  const isReady = !isPending && !isLoading
  const groups = useMemo(() => {
    if (!isReady || (!asks && trees.length === 0)) return noGroups
    const options = { locale, enosLocale, otherName: device.others }
    return trees.length > 0 ? groupByTree(trees, devices, options) : groupByModel(devices, options)
  }, [isReady, asks, trees, devices, locale, enosLocale, device.others])
  const places = useMemo(() => {
    const paths = pathsOf(groups)
    return {
      pathOf: (assetId: string) => paths.get(assetId) ?? [],
      placeOf: ({ assetId }: Device) => (paths.get(assetId) ?? []).map(({ name }) => name).join(' › '),
    }
  }, [groups])
  return {
    devices,
    total,
    /** When they were read, by this machine's clock, ms since the epoch. */
    readAt: dataUpdatedAt,
    isLarge,
    groups,
    ...places,
    isPending: !isReady,
    error: fleet ? null : error,
    treeFailed: isError && trees.length === 0,
    hasTree: !isLarge && trees.length > 0,
    /** Nobody asks for the trees, or they are read level by level. */
    isTreeless: isLarge || (fetchStatus === 'idle' && !isFetching && !isError && trees.length === 0),
    retry: () => void refetch(),
  }
}

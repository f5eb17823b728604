import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { fleetQuery, wholeFleet } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { groupByModel, groupByTree, pathsOf } from './device-group.ts'
import { type AssetTree, treesQuery } from './tree-query.ts'

const noDevices: Device[] = []
const noTrees: AssetTree[] = []

/**
 * All devices, in the asset trees where there are any that can be read, else by model; none of a fleet that is too
 * large to be held as a whole.
 */
export function useDeviceGroups(orgId: string, treeIds: string[]) {
  const { device, locale, enosLocale } = useText()
  const { data: fleet, dataUpdatedAt, isPending, error, refetch } = useQuery(fleetQuery(orgId))
  const total = fleet?.total ?? 0
  const isLarge = total > wholeFleet
  const devices = fleet && !isLarge ? fleet.devices : noDevices
  const treesOfFleet = useQuery({ ...treesQuery(orgId, treeIds), enabled: treeIds.length > 0 && !isLarge })
  const { data: trees = noTrees, isLoading, isError } = treesOfFleet
  const groups = useMemo(() => {
    const options = { locale, enosLocale, otherName: device.others }
    return trees.length > 0 ? groupByTree(trees, devices, options) : groupByModel(devices, options)
  }, [trees, devices, locale, enosLocale, device.others])
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
    isPending: isPending || isLoading,
    error: fleet ? null : error,
    treeFailed: isError && trees.length === 0,
    hasTree: trees.length > 0,
    retry: () => void refetch(),
  }
}

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { devicesQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { groupByModel, groupByTree, pathsOf } from './device-group.ts'
import { type AssetTree, treesQuery } from './tree-query.ts'

const noDevices: Device[] = []
const noTrees: AssetTree[] = []

/** All devices, in the asset trees where there are any that can be read, else by model. */
export function useDeviceGroups(orgId: string, treeIds: string[]) {
  const { device, locale, enosLocale } = useText()
  const { data: devices = noDevices, isPending, error, refetch } = useQuery(devicesQuery(orgId))
  const { data: trees = noTrees, isLoading, isError } = useQuery(treesQuery(orgId, treeIds))
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
    groups,
    ...places,
    isPending: isPending || isLoading,
    error: devices === noDevices ? error : null,
    treeFailed: isError,
    hasTree: trees.length > 0,
    retry: () => void refetch(),
  }
}

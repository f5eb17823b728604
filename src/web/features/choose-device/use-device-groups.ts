import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { devicesQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { groupByModel, groupByTree, pathsOf } from './device-group.ts'
import { type AssetTree, treeQuery } from './tree-query.ts'

const none: Device[] = []

const combineTrees = (results: { data: AssetTree | undefined; isPending: boolean; isError: boolean }[]) => ({
  trees: results.flatMap(({ data }) => data ?? []),
  isPending: results.some(({ isPending }) => isPending),
  isError: results.some(({ isError }) => isError),
})

/** All devices, in the asset trees where there are any that can be read, else by model. */
export function useDeviceGroups(orgId: string, treeIds: string[]) {
  const { device, locale, enosLocale } = useText()
  const { data: devices = none, isPending, error, refetch } = useQuery(devicesQuery(orgId))
  const tree = useQueries({ queries: treeIds.map((treeId) => treeQuery(orgId, treeId)), combine: combineTrees })
  const groups = useMemo(() => {
    const options = { locale, enosLocale, otherName: device.others }
    return tree.trees.length > 0 ? groupByTree(tree.trees, devices, options) : groupByModel(devices, options)
  }, [tree.trees, devices, locale, enosLocale, device.others])
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
    isPending: isPending || tree.isPending,
    error: devices === none ? error : null,
    treeFailed: tree.isError,
    hasTree: tree.trees.length > 0,
    retry: () => void refetch(),
  }
}

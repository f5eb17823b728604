import { queryOptions } from '@tanstack/react-query'
import type { Asset } from '#contract/enos/asset.ts'
import { callEnos } from '../../api/call.ts'
import { kept } from '../../api/kept.ts'
import { readAbove } from './place-query.ts'

/**
 * The outermost assets of a tree. The embedded EnOS names them as the children of no asset; one that takes that for
 * no filter gives any assets, and above any of them stands the one root that its trees have (§3.1).
 */
async function readRoots(orgId: string, treeId: string, signal: AbortSignal): Promise<Asset[]> {
  const body = { filter: { isChildOfAssetId: '' }, pagination: { pageNo: 1, pageSize: 1000 } }
  const { data } = await callEnos('searchRelatedAsset', { orgId, treeId }, { body, signal })
  const last = data.at(-1)
  const [root] = last ? await readAbove(orgId, treeId, last.assetId, signal) : []
  return root ? [root] : data
}

/** The outermost assets of every tree. */
export const rootsQuery = (orgId: string, treeIds: string[]) =>
  queryOptions({
    queryKey: ['roots', orgId, treeIds],
    meta: kept,
    queryFn: async ({ signal }) => {
      const roots: { treeId: string; root: Asset }[] = []
      for (const treeId of treeIds) {
        for (const root of await readRoots(orgId, treeId, signal)) roots.push({ treeId, root })
      }
      return roots
    },
    enabled: treeIds.length > 0,
    staleTime: 300_000,
  })

import { queryOptions } from '@tanstack/react-query'
import type { Asset } from '#contract/enos/asset.ts'
import { Failure } from '#contract/enos/failure.ts'
import { callEnos } from '../../api/call.ts'
import { kept } from '../../api/kept.ts'

/** Trees are not that deep: who gets further goes in a circle. */
const deepest = 20

async function parentOf(orgId: string, treeId: string, assetId: string, signal: AbortSignal): Promise<Asset | null> {
  const body = { filter: { isParentOfAssetId: assetId }, pagination: { pageNo: 1, pageSize: 1 } }
  try {
    return (await callEnos('searchRelatedAsset', { orgId, treeId }, { body, signal })).data[0] ?? null
  } catch (error) {
    if (error instanceof Failure && error.failure === 'notFound') return null
    throw error
  }
}

/** The assets above one, outermost first; empty for a root, and for what is not in the tree (§3.1). */
export async function readAbove(orgId: string, treeId: string, assetId: string, signal: AbortSignal): Promise<Asset[]> {
  const above: Asset[] = []
  let parent = await parentOf(orgId, treeId, assetId, signal)
  while (parent && above.length < deepest) {
    above.unshift(parent)
    parent = await parentOf(orgId, treeId, parent.assetId, signal)
  }
  return above
}

/** Where a device of a large fleet stands, in the first tree that has it: one call for each level above it. */
export const placeQuery = (orgId: string, treeIds: string[], assetId: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['place', orgId, treeIds, assetId],
    meta: kept,
    queryFn: async ({ signal }) => {
      for (const treeId of treeIds) {
        const above = await readAbove(orgId, treeId, assetId, signal)
        if (above.length > 0) return { treeId, above }
      }
      return null
    },
    enabled: enabled && assetId !== '' && treeIds.length > 0,
    staleTime: 300_000,
  })

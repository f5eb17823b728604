import { queryOptions } from '@tanstack/react-query'
import type { Asset } from '#contract/enos/asset.ts'
import { callEnos } from '../../api/call.ts'

/** An asset tree as the look-ups tell it (§3.1): every asset, and who is right below whom. */
export interface AssetTree {
  treeId: string
  assets: Asset[]
  /** assetId of a logical asset → assetIds right below it. */
  childIds: ReadonlyMap<string, string[]>
}

const pageSize = 1000
const isLogical = ({ label }: Asset) => label === '1'

async function readRelated(orgId: string, treeId: string, parentId: string | null, signal: AbortSignal) {
  const assets: Asset[] = []
  for (let pageNo = 1; ; pageNo++) {
    const body = { ...(parentId ? { filter: { isChildOfAssetId: parentId } } : {}), pagination: { pageNo, pageSize } }
    const { data } = await callEnos('searchRelatedAsset', { orgId, treeId }, { body, signal })
    assets.push(...data)
    if (data.length < pageSize) return assets
  }
}

/** Few at a time: a browser has six connections to one server, and the rest of the screen needs some. */
async function eachOf<T>(items: T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function readTree(orgId: string, treeId: string, signal: AbortSignal): Promise<AssetTree> {
  const assets = await readRelated(orgId, treeId, null, signal)
  const childIds = new Map<string, string[]>()
  await eachOf(assets.filter(isLogical), 3, async ({ assetId }) => {
    const children = await readRelated(orgId, treeId, assetId, signal)
    childIds.set(
      assetId,
      children.map((child) => child.assetId),
    )
  })
  return { treeId, assets, childIds }
}

/** The trees, each read with one call for all its assets and one for the children of each logical one. */
export const treesQuery = (orgId: string, treeIds: string[]) =>
  queryOptions({
    queryKey: ['trees', orgId, treeIds],
    queryFn: async ({ signal }): Promise<AssetTree[]> => {
      const trees: AssetTree[] = []
      for (const treeId of treeIds) trees.push(await readTree(orgId, treeId, signal))
      return trees
    },
    enabled: treeIds.length > 0,
    staleTime: 300_000,
  })

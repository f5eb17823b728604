import { queryOptions } from '@tanstack/react-query'
import type { Asset } from '#contract/enos/asset.ts'
import { callEnos } from '../../api/call.ts'
import { kept } from '../../api/kept.ts'
import { fleetQuery, wholeFleet } from '../../api/queries.ts'

/** An asset tree as the look-ups tell it (§3.1): every asset, and who is right below whom. */
export interface AssetTree {
  treeId: string
  assets: Asset[]
  /** assetId of a logical asset → assetIds right below it. */
  childIds: ReadonlyMap<string, string[]>
}

const pageSize = 1000
const isLogical = ({ label }: Asset) => label === '1'

async function readRelated(
  orgId: string,
  treeId: string,
  parentId: string | null,
  signal: AbortSignal,
  goesOn: () => Promise<boolean> = async () => true,
) {
  const assets: Asset[] = []
  for (let pageNo = 1; ; pageNo++) {
    const body = { ...(parentId ? { filter: { isChildOfAssetId: parentId } } : {}), pagination: { pageNo, pageSize } }
    const { data } = await callEnos('searchRelatedAsset', { orgId, treeId }, { body, signal })
    assets.push(...data)
    if (data.length < pageSize || !(await goesOn())) return assets
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

async function readTree(
  orgId: string,
  treeId: string,
  signal: AbortSignal,
  isSmall: () => Promise<boolean>,
): Promise<AssetTree> {
  const assets = await readRelated(orgId, treeId, null, signal, isSmall)
  const childIds = new Map<string, string[]>()
  // The tree of a large fleet is opened level by level, elsewhere.
  if (assets.length >= pageSize && !(await isSmall())) return { treeId, assets: [], childIds }
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
    meta: kept,
    queryFn: async ({ signal, client }): Promise<AssetTree[]> => {
      // Asked at the same time: how many devices there are is known by the time that one page of the tree is.
      const fleet = { ...fleetQuery(orgId), staleTime: 60_000 }
      const isSmall = async () => (await client.fetchQuery(fleet)).total <= wholeFleet
      const trees: AssetTree[] = []
      for (const treeId of treeIds) trees.push(await readTree(orgId, treeId, signal, isSmall))
      return trees
    },
    enabled: treeIds.length > 0,
    staleTime: 300_000,
  })

import { Failure } from '#contract/enos/failure.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { AssetTree } from '../../registry/asset-tree.ts'
import { rootModelId } from '../../registry/model.ts'
import { createNameIndex, type NameIndex } from '../../registry/name-index.ts'
import type { Asset, Organisation } from '../../registry/organisation.ts'
import type { Registry } from '../../registry/registry.ts'
import { reaches, requireAsset } from '../access.ts'
import type { Call } from '../answer.ts'
import { matchExpression, type SearchFields } from '../expression/match-expression.ts'
import { pageOf, pageSizes, readPage } from '../page.ts'
import { project } from '../projection.ts'
import { type AssetFilter, assetFilter } from './asset-filter.ts'
import { writtenAsset } from './written-asset.ts'

/** §3.1; samples write some fields in the plural. */
function fieldsFor(organisation: Organisation, { lives }: Registry): SearchFields<Asset> {
  const equal = { operators: ['=', 'in'] } as const
  const like = { operators: ['=', 'like'] } as const
  const assetId = { ...equal, read: (asset: Asset) => asset.assetId }
  const modelId = { ...equal, read: ({ model }: Asset) => model?.modelId }
  const rootModel = { ...equal, read: ({ model }: Asset) => model && rootModelId(model) }
  return {
    assetId,
    assetIds: assetId,
    modelId,
    modelIds: modelId,
    rootModelId: rootModel,
    rootModelIds: rootModel,
    name: { operators: ['like'], read: ({ name }, locale) => localText(name, locale) },
    productKey: { ...like, read: ({ device }) => device?.productKey },
    deviceKey: { ...like, read: ({ device }) => device?.deviceKey },
    createTime: { operators: ['=', '<=', '>='], read: ({ device }) => device && lives.times(device)?.createTime },
    tags: {
      operators: ['=', 'in', 'like', 'exists', 'not exists'],
      read: ({ device }, key) => (device && Object.hasOwn(device.tags, key) ? device.tags[key] : undefined),
    },
    attributes: { operators: ['='], read: () => undefined },
    treeId: {
      operators: ['='],
      read: (asset) =>
        [...organisation.trees.values()].filter((tree) => tree.has(asset.assetId)).map(({ treeId }) => treeId),
    },
  }
}

const assetsOf = ({ assets }: Organisation, assetIds: readonly string[]): Asset[] =>
  assetIds.map((assetId) => assets.get(assetId)).filter((asset) => asset !== undefined)

export function createAssetCalls(registry: Registry): {
  getAsset: Call<'getAsset'>
  searchAsset: Call<'searchAsset'>
  searchRelatedAsset: Call<'searchRelatedAsset'>
} {
  const ofTrees = new Map<AssetTree, { all: Asset[]; named: NameIndex<Asset> }>()
  function assetsOfTree(organisation: Organisation, tree: AssetTree): { all: Asset[]; named: NameIndex<Asset> } {
    const before = ofTrees.get(tree)
    if (before) return before
    const all = assetsOf(organisation, tree.assetIds)
    const known = { all, named: createNameIndex(all) }
    ofTrees.set(tree, known)
    return known
  }
  /** Those of the tree that a filter may leave, in its order. */
  function amongOfTree(organisation: Organisation, tree: AssetTree, { nameLike }: AssetFilter): readonly Asset[] {
    const { all, named } = assetsOfTree(organisation, tree)
    return (nameLike && named(nameLike.value, nameLike.locale)) || all
  }
  return {
    getAsset: ({ application, organisation }, { assetId }) => {
      const asset = organisation.assets.get(assetId)
      if (!asset) throw new Failure('notFound', `asset ${assetId}`)
      requireAsset(application, 'asset.read', assetId)
      return { data: writtenAsset(asset, organisation.orgId) }
    },

    searchAsset: ({ application, organisation }, _query, body) => {
      const matches = matchExpression(body.expression, fieldsFor(organisation, registry))
      const found = [...organisation.assets.values()].filter(
        (asset) => reaches(application, asset.assetId) && matches(asset),
      )
      const [assets, pagination] = pageOf(found, readPage(body, pageSizes.asset))
      const written = assets.map((asset) => writtenAsset(asset, organisation.orgId))
      return { data: project(written, body.projection), pagination }
    },

    searchRelatedAsset: ({ application, organisation }, { treeId }, body) => {
      const tree = organisation.trees.get(treeId)
      if (!tree) throw new Failure('treeNotFound', `Not Found asset tree ${treeId}`)
      const filter = body.filter ?? {}
      const { related, passes } = assetFilter(tree, filter)
      const matches = matchExpression(body.expression, fieldsFor(organisation, registry))
      const among = related ? assetsOf(organisation, related) : amongOfTree(organisation, tree, filter)
      const found = among.filter((asset) => reaches(application, asset.assetId) && passes(asset) && matches(asset))
      const [assets, pagination] = pageOf(found, readPage(body, pageSizes.asset))
      const written = assets.map((asset) => writtenAsset(asset, organisation.orgId))
      return { data: project(written, body.projection), pagination }
    },
  }
}

import type { BodyOf } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { AssetTree } from '../../registry/asset-tree.ts'
import { rootModelId } from '../../registry/model.ts'
import type { Asset } from '../../registry/organisation.ts'

export type AssetFilter = NonNullable<BodyOf<'searchRelatedAsset'>['filter']>

/** Relation → the assets of a tree that stand in it to the named one (§3.1), each in the order of the tree. */
const relations = {
  isParentOfAssetId: (tree: AssetTree, assetId: string) => {
    const parent = tree.parent(assetId)
    return parent === undefined ? [] : [parent]
  },
  /** Ours: the children of no asset, `""`, are the roots, which a real EnOS gives with its tree calls. */
  isChildOfAssetId: (tree: AssetTree, assetId: string) => (assetId === '' ? tree.roots : tree.children(assetId)),
  isAncestorOfAssetId: (tree: AssetTree, assetId: string) => tree.ancestors(assetId).reverse(),
  isDescendantOfAssetId: (tree: AssetTree, assetId: string) => tree.descendants(assetId),
} as const
type Relation = keyof typeof relations

/**
 * What a searchRelatedAsset filter leaves of a tree: every part that is given must hold (§3.1). `related` are the
 * assetIds that stand in the relation, null where none is given: whoever asks for the children of one of 100,000
 * assets need not go through the others.
 * @throws Failure invalidArgument where two relations are given, notFound where the named asset is not in the tree.
 */
export function assetFilter(
  tree: AssetTree,
  filter: AssetFilter,
): { related: readonly string[] | null; passes: (asset: Asset) => boolean } {
  const given = (Object.keys(relations) as Relation[]).flatMap((relation) => {
    const assetId = filter[relation]
    return assetId === undefined || assetId === null ? [] : [{ relation, assetId }]
  })
  const [first, second] = given
  if (second) throw new Failure('invalidArgument', `filter.${second.relation}: only one relation may be given`)
  if (first && first.assetId !== '' && !tree.has(first.assetId)) {
    throw new Failure('notFound', `asset ${first.assetId} in the asset tree ${tree.treeId}`)
  }
  const related = first ? relations[first.relation](tree, first.assetId) : null
  const among = (list: string[] | null | undefined, value: string | null | undefined): boolean =>
    !list || (!!value && list.includes(value))
  const passes = ({ assetId, name, model }: Asset): boolean =>
    among(filter.assetIds, assetId) &&
    among(filter.modelIds, model?.modelId) &&
    among(filter.rootModelIds, model && rootModelId(model)) &&
    (!filter.nameLike ||
      localText(name, filter.nameLike.locale).toLowerCase().includes(filter.nameLike.value.toLowerCase()))
  return { related, passes }
}

import type { StringI18n } from '#contract/enos/string-i18n.ts'
import type { FleetFile, FleetTreeNode } from '../fleet-file/fleet-shape.ts'

/** Who stands above and below whom in one tree. Lists follow the file's order. */
export interface AssetTree {
  treeId: string
  name: StringI18n
  /** Every asset of the tree, a parent before its children. */
  assetIds: readonly string[]
  roots: readonly string[]
  has(assetId: string): boolean
  parent(assetId: string): string | undefined
  children(assetId: string): readonly string[]
  /** From the parent up to the root. */
  ancestors(assetId: string): string[]
  /** A parent before its children; without the asset itself. */
  descendants(assetId: string): string[]
}

export function assetTreeOf({ treeId, name, nodes }: FleetFile['assetTrees'][number]): AssetTree {
  const parents = new Map<string, string | undefined>()
  const children = new Map<string, string[]>()
  function add(list: FleetTreeNode[], parent: string | undefined): string[] {
    return list.map((node) => {
      parents.set(node.assetId, parent)
      children.set(node.assetId, add(node.children ?? [], node.assetId))
      return node.assetId
    })
  }
  const roots = add(nodes, undefined)
  const childrenOf = (assetId: string): readonly string[] => children.get(assetId) ?? []
  const descendants = (assetId: string): string[] =>
    childrenOf(assetId).flatMap((child) => [child, ...descendants(child)])
  function ancestors(assetId: string): string[] {
    const parent = parents.get(assetId)
    return parent === undefined ? [] : [parent, ...ancestors(parent)]
  }
  return {
    treeId,
    name,
    assetIds: [...parents.keys()],
    roots,
    has: (assetId) => parents.has(assetId),
    parent: (assetId) => parents.get(assetId),
    children: childrenOf,
    ancestors,
    descendants,
  }
}

/** The named nodes of all trees. */
export const collectLogicalAssets = (
  trees: FleetFile['assetTrees'],
): { assetId: string; name: StringI18n; modelId: string | undefined }[] => {
  const walk = (nodes: FleetTreeNode[]): { assetId: string; name: StringI18n; modelId: string | undefined }[] =>
    nodes.flatMap(({ assetId, name, modelId, children }) => [
      ...(name ? [{ assetId, name, modelId }] : []),
      ...walk(children ?? []),
    ])
  return trees.flatMap(({ nodes }) => walk(nodes))
}

import { thingModelSchema } from '#contract/enos/thing-model.ts'
import { readPoints } from '../mqtt/read-points.ts'
import type { FleetFile, FleetTreeNode } from './fleet-shape.ts'

interface CrossReferenceProblem {
  path: (string | number)[]
  message: string
}

const listed = (names: Iterable<string>): string => {
  const all = [...names]
  return all.length === 0 ? 'there is none' : `there is ${all.slice(0, 10).join(', ')}${all.length > 10 ? ', …' : ''}`
}

/** Every name in the file that is given twice, or that stands for nothing. */
export function crossReferenceProblems(file: FleetFile): CrossReferenceProblem[] {
  const problems: CrossReferenceProblem[] = []

  /** The keys of a list; a repeated one is a problem. */
  function keysOf<T>(list: T[], name: string, member: string, key: (item: T) => string): Set<string> {
    const first = new Map<string, number>()
    list.forEach((item, index) => {
      const before = first.get(key(item))
      if (before === undefined) first.set(key(item), index)
      else
        problems.push({ path: [name, index, member], message: `"${key(item)}" is already used by ${name}[${before}]` })
    })
    return new Set(first.keys())
  }
  function mustExist(path: (string | number)[], key: string, known: Set<string>, what: string): void {
    if (!known.has(key)) problems.push({ path, message: `no ${what} "${key}" in this file; ${listed(known)}` })
  }

  keysOf(file.applications, 'applications', 'accessKey', ({ accessKey }) => accessKey)
  const models = keysOf(file.thingModels, 'thingModels', 'modelId', ({ modelId }) => modelId)
  const products = keysOf(file.products, 'products', 'productKey', ({ productKey }) => productKey)
  keysOf(file.devices, 'devices', 'deviceKey', ({ productKey, deviceKey }) => `${productKey}/${deviceKey}`)
  const assets = keysOf(file.devices, 'devices', 'assetId', ({ assetId }) => assetId)
  keysOf(file.assetTrees, 'assetTrees', 'treeId', ({ treeId }) => treeId)
  const deviceAssets = new Set(assets)

  file.products.forEach((product, index) => {
    mustExist(['products', index, 'modelId'], product.modelId, models, 'thing model')
    if (product.dataFormat === 'Custom' && !product.script) {
      problems.push({ path: ['products', index, 'script'], message: 'dataFormat Custom needs a script' })
    }
    if (product.dynamicActivation && !product.productSecret) {
      problems.push({ path: ['products', index, 'productSecret'], message: 'dynamicActivation needs a productSecret' })
    }
  })
  file.devices.forEach(({ productKey, lastReport }, index) => {
    mustExist(['devices', index, 'productKey'], productKey, products, 'product')
    const modelId = file.products.find((product) => product.productKey === productKey)?.modelId
    const stated = file.thingModels.find((model) => model.modelId === modelId)
    if (!stated || !lastReport) return
    const model = thingModelSchema.safeParse(stated).data
    for (const message of readPoints(model, lastReport.measurepoints, lastReport.time).problems) {
      problems.push({ path: ['devices', index, 'lastReport', 'measurepoints'], message })
    }
  })

  /** Named anywhere: in another tree the assetId alone is enough. */
  const namedAssets = new Set<string>()
  const collectNames = (nodes: FleetTreeNode[]): void => {
    for (const node of nodes) {
      if (node.name) namedAssets.add(node.assetId)
      collectNames(node.children ?? [])
    }
  }
  for (const { nodes } of file.assetTrees) collectNames(nodes)

  function checkNodes(nodes: FleetTreeNode[], path: (string | number)[], seen: Set<string>): void {
    nodes.forEach((node, index) => {
      const here = [...path, index]
      if (seen.has(node.assetId)) {
        problems.push({ path: [...here, 'assetId'], message: `"${node.assetId}" already stands in this tree` })
      }
      seen.add(node.assetId)
      assets.add(node.assetId)
      if (!deviceAssets.has(node.assetId) && !namedAssets.has(node.assetId)) {
        problems.push({
          path: [...here, 'assetId'],
          message: `no device has the assetId "${node.assetId}"; a logical asset needs a name`,
        })
      }
      if (node.modelId !== undefined) mustExist([...here, 'modelId'], node.modelId, models, 'thing model')
      checkNodes(node.children ?? [], [...here, 'children'], seen)
    })
  }
  file.assetTrees.forEach(({ nodes }, index) => {
    checkNodes(nodes, ['assetTrees', index, 'nodes'], new Set())
  })

  file.applications.forEach(({ assets: limits = [] }, index) => {
    limits.forEach((assetId, place) => {
      mustExist(['applications', index, 'assets', place], assetId, assets, 'asset')
    })
  })
  return problems
}

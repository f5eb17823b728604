import { thingModel } from './model.ts'
import { names } from './point.ts'
import { assetNode, type Branch, type DemoProduct, devicesBelow, fileDevices } from './tree.ts'
import { windFarm } from './wind-farm.ts'

const orgId = 'o15724268424841'

const demo: Branch = { key: 'demo', name: ['Demo sites', '演示场站'], children: [windFarm] }

const product = ({ productKey, name, model, script, ...rest }: DemoProduct) => ({
  productKey,
  productName: names(...name),
  modelId: model.modelId,
  productType: 'Device',
  dataFormat: script === undefined ? 'Json' : 'Custom',
  ...(script === undefined ? {} : { script }),
  ...rest,
})

/** The whole file: applications, models, products, devices and the tree they stand in. */
export function demoFleet() {
  const products = [...new Set(devicesBelow(demo).map((device) => device.product))]
  const models = [...new Set(products.map(({ model }) => model))]
  return {
    orgId,
    applications: [
      {
        accessKey: 'demo-panel',
        secretKey: 'demo-panel-secret',
        permissions: ['asset.control', 'asset.read', 'device.read', 'model.read'],
      },
    ],
    thingModels: models.map((model) => thingModel(orgId, model)),
    products: products.map(product),
    devices: fileDevices(demo),
    assetTrees: [{ treeId: 'demoTree', name: names('Demo sites', '演示场站'), nodes: demo.children.map(assetNode) }],
  }
}

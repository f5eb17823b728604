import { thingModel } from './model.ts'
import { battery } from './plants/battery.ts'
import { practiceBench } from './plants/practice-bench.ts'
import { pumpStation } from './plants/pump-station.ts'
import { solarPlant } from './plants/solar-plant.ts'
import { windFarm } from './plants/wind-farm.ts'
import { names } from './point.ts'
import { assetIdOf, assetNode, type Branch, type DemoProduct, devicesBelow, fileDevices } from './tree.ts'

const orgId = 'o15724268424841'

const demo: Branch = {
  key: 'demo',
  name: ['Demo sites', '演示场站'],
  children: [windFarm, solarPlant, battery, pumpStation, practiceBench],
}

const applications = [
  {
    accessKey: 'demo-panel',
    secretKey: 'demo-panel-secret',
    permissions: ['asset.control', 'asset.read', 'device.read', 'model.read'],
  },
  {
    accessKey: 'demo-solar-reader',
    secretKey: 'demo-solar-reader-secret',
    permissions: ['asset.read', 'device.read', 'model.read'],
    assets: [assetIdOf(solarPlant.key)],
  },
]

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
    applications,
    thingModels: models.map((model) => thingModel(orgId, model)),
    products: products.map(product),
    devices: fileDevices(demo),
    assetTrees: [{ treeId: 'demoTree', name: names(...demo.name), nodes: demo.children.map(assetNode) }],
  }
}

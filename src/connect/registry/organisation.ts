import type { Permission } from '#contract/enos/permission.ts'
import type { StringI18n } from '#contract/enos/string-i18n.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { FleetFile } from '../fleet-file/fleet-shape.ts'
import { type AssetTree, assetTreeOf, collectLogicalAssets } from './asset-tree.ts'
import { type Model, modelOf } from './model.ts'
import { type Past, pastOf } from './past.ts'

export interface Product {
  productKey: string
  productSecret: string | null
  name: StringI18n
  model: Model
  productType: 'Device' | 'Gateway'
  dataFormat: 'Json' | 'Custom'
  script: string | null
  dynamicActivation: boolean
}

/** A device as the fleet file states it; what it lives through is kept apart. */
export interface Device extends DeviceAddress {
  orgId: string
  assetId: string
  deviceSecret: string
  name: StringI18n
  /** `+01:00` or an IANA name. */
  timezone: string
  tags: Record<string, string>
  disabled: boolean
  product: Product
  past: Past
}

/** An asset: a device, or a logical one such as a site (§3.1). */
export interface Asset {
  assetId: string
  name: StringI18n
  model: Model | null
  device: Device | null
}

/** Who may call: a service account with its permissions (§4). */
export interface Application {
  orgId: string
  accessKey: string
  secretKey: string
  permissions: ReadonlySet<Permission>
  /** The assets it may touch; null: every one. */
  assets: ReadonlySet<string> | null
}

/** All that a fleet file states, indexed for look-ups. */
export interface Organisation {
  orgId: string
  applications: ReadonlyMap<string, Application>
  models: ReadonlyMap<string, Model>
  products: ReadonlyMap<string, Product>
  /** By {@link addressKey}. */
  devices: ReadonlyMap<string, Device>
  /** By assetId: devices and logical assets. */
  assets: ReadonlyMap<string, Asset>
  trees: ReadonlyMap<string, AssetTree>
}

/** No key contains a slash: the fleet file refuses it. */
export const addressKey = ({ productKey, deviceKey }: DeviceAddress): string => `${productKey}/${deviceKey}`

/** The cross references of a checked file hold; only a program error can break one. */
function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key)
  if (found === undefined) throw new Error(`the fleet names "${key}", which it does not state`)
  return found
}

/** Indexes a checked fleet file. */
export function organisationOf(file: FleetFile): Organisation {
  const { orgId } = file
  const models = new Map(file.thingModels.map((model) => [model.modelId, modelOf(model, orgId)]))
  const products = new Map(
    file.products.map(({ productName, modelId, ...product }): [string, Product] => [
      product.productKey,
      {
        ...product,
        name: productName,
        model: known(models, modelId),
        productSecret: product.productSecret ?? null,
        script: product.script ?? null,
        dynamicActivation: product.dynamicActivation ?? false,
      },
    ]),
  )
  const devices = new Map<string, Device>()
  const assets = new Map<string, Asset>()
  for (const stated of file.devices) {
    const { productKey, deviceKey, deviceSecret, assetId, timezone, deviceName } = stated
    const product = known(products, productKey)
    const device: Device = {
      ...{ orgId, productKey, deviceKey, deviceSecret, assetId, timezone, product },
      name: deviceName,
      tags: stated.deviceTags ?? {},
      disabled: stated.disabled ?? false,
      past: pastOf(stated, product.model),
    }
    devices.set(addressKey(device), device)
    assets.set(assetId, { assetId, name: deviceName, model: product.model, device })
  }
  const trees = new Map(file.assetTrees.map((tree) => [tree.treeId, assetTreeOf(tree)]))
  for (const { assetId, name, modelId } of collectLogicalAssets(file.assetTrees)) {
    const before = assets.get(assetId)
    if (before?.device) continue
    const model = modelId === undefined ? (before?.model ?? null) : known(models, modelId)
    assets.set(assetId, { assetId, name: before?.name ?? name, model, device: null })
  }
  const applications = new Map(
    file.applications.map(({ permissions, assets: limits, ...application }): [string, Application] => [
      application.accessKey,
      {
        ...application,
        orgId,
        permissions: new Set(permissions),
        assets: limits ? new Set(limits.flatMap((assetId) => [assetId, ...below(trees, assetId)])) : null,
      },
    ]),
  )
  return { orgId, applications, models, products, devices, assets, trees }
}

/** A listed asset grants what stands below it in any tree. */
const below = (trees: ReadonlyMap<string, AssetTree>, assetId: string): string[] =>
  [...trees.values()].flatMap((tree) => tree.descendants(assetId))

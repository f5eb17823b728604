import { createHash } from 'node:crypto'
import { type DemoModel, movesOf } from './model.ts'
import { names } from './point.ts'

type Bilingual = [en: string, zh: string]

export interface DemoProduct {
  productKey: string
  name: Bilingual
  model: DemoModel
  productType?: 'Device' | 'Gateway'
  productSecret?: string
  dynamicActivation?: boolean
  /** The data parsing script; with it the product speaks bytes. */
  script?: string
}

export interface DemoDevice {
  deviceKey: string
  name: Bilingual
  product: DemoProduct
  disabled?: boolean
  /** It has left: when it reported last, ms since the epoch. */
  lastSeen?: number
  tags?: Record<string, string>
  /** Beside the values of the model: what only this device does. `values` are merged. */
  simulate?: { values?: Record<string, unknown>; [rule: string]: unknown } | null
}

export interface Branch {
  /** A fixed word: the assetId is made of it. */
  key: string
  name: Bilingual
  /** IANA name, for the devices below. */
  timezone?: string
  children: (Branch | DemoDevice)[]
}

const isDevice = (node: Branch | DemoDevice): node is DemoDevice => 'deviceKey' in node

const digest = (text: string) => createHash('sha256').update(`setpoint demo ${text}`).digest()

/** Eight letters and digits, the same in every run. The assetId of WTG-07 is the one of the design. */
export const assetIdOf = (key: string): string =>
  key === 'wtg-07'
    ? '6Bt59ySj'
    : digest(key)
        .toString('base64')
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 8)

export const secretOf = (key: string): string => digest(`secret ${key}`).toString('hex').slice(0, 32)

/** A year of service lies behind a device that has left. */
const serviceTime = 365 * 24 * 3_600_000

function fileDevice(device: DemoDevice, timezone: string) {
  const {
    deviceKey,
    name: [en, zh],
    product,
    disabled,
    lastSeen,
    tags,
    simulate,
  } = device
  const moves = movesOf(product.model)
  const values = { ...moves.values, ...simulate?.values }
  return {
    deviceKey,
    productKey: product.productKey,
    deviceSecret: secretOf(deviceKey),
    assetId: assetIdOf(deviceKey),
    deviceName: names(en, zh),
    timezone,
    deviceTags: tags ?? {},
    ...(disabled ? { disabled } : {}),
    ...(lastSeen === undefined
      ? {}
      : { activeTime: lastSeen - serviceTime, lastReport: { time: lastSeen, measurepoints: values } }),
    ...(simulate === null ? {} : { simulate: { ...moves, ...simulate, values } }),
  }
}

/** Every device below a branch, as the fleet file states it. */
export const fileDevices = (branch: Branch, timezone = branch.timezone ?? 'UTC'): ReturnType<typeof fileDevice>[] =>
  branch.children.flatMap((child) =>
    isDevice(child) ? [fileDevice(child, timezone)] : fileDevices(child, child.timezone ?? timezone),
  )

/** Every device below a branch with its product. */
export const devicesBelow = (branch: Branch): DemoDevice[] =>
  branch.children.flatMap((child) => (isDevice(child) ? [child] : devicesBelow(child)))

export interface AssetNode {
  assetId: string
  name: ReturnType<typeof names>
  modelId?: string
  children: AssetNode[]
}

/** The branch as a node of an asset tree. */
export const assetNode = (node: Branch | DemoDevice): AssetNode =>
  isDevice(node)
    ? {
        assetId: assetIdOf(node.deviceKey),
        name: names(...node.name),
        modelId: node.product.model.modelId,
        children: [],
      }
    : { assetId: assetIdOf(node.key), name: names(...node.name), children: node.children.map(assetNode) }

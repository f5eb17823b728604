import type { DeviceStatus } from '#contract/enos/device.ts'
import type { ThingModel } from '#contract/enos/thing-model.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'

/** What the broker asks the registry about a device (§5.1). */
export interface KnownDevice extends DeviceAddress {
  assetId: string
  deviceSecret: string
  productType: 'Device' | 'Gateway'
  dataFormat: 'Json' | 'Custom'
  status: DeviceStatus
}

export interface KnownProduct {
  productKey: string
  /** Absent: nobody can activate with it. */
  productSecret: string | null
  dynamicActivation: boolean
  dataFormat: 'Json' | 'Custom'
  /** The data parsing script of a custom format (§5.7). */
  script: string | null
}

export interface ReportedValue {
  /** The point's identifier. */
  id: string
  /** ms since the epoch, by the device. */
  time: number
  value: ExactJson
  /** 0 … 9; null for points without quality (§5.3). */
  quality: ExactJson
}

/** The registry as the broker sees it. */
export interface Directory {
  device(device: DeviceAddress): KnownDevice | undefined
  product(productKey: string): KnownProduct | undefined
  model(device: DeviceAddress): ThingModel | undefined
  /** Keeps status, activeTime and lastOnlineTime; the first login activates (§3.2). */
  cameOnline(device: DeviceAddress): void
  wentOffline(device: DeviceAddress): void
  /** Values with a time older than the stored one do not replace it. Never called for what was merely set (§1.4 rule 9). */
  report(device: DeviceAddress, values: ReportedValue[]): void
  /** Sub-devices linked to a gateway by topo/add (§5.4). */
  subDevices(gateway: DeviceAddress): DeviceAddress[]
  link(gateway: DeviceAddress, subDevice: DeviceAddress): void
  unlink(gateway: DeviceAddress, subDevice: DeviceAddress): void
}

/** The sandboxed script of a product with a custom data format (§5.7). */
export interface Codec {
  /** @throws Failure cannotEncode where the script throws, returns rubbish or overruns. */
  encode(product: KnownProduct, json: string): Promise<Uint8Array>
  /** The JSON of a payload; null where the script cannot read it. */
  decode(product: KnownProduct, payload: Uint8Array): Promise<string | null>
}

/** Where the broker tells what it refused or could not read; a pino logger fits. */
export interface BrokerLog {
  debug(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

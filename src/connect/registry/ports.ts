import type { ExactJson } from '#contract/value/exact.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'

/** What a device has lived through; ms since the epoch, 0 = never (§3.2). */
export interface DeviceTimes extends DeviceAddress {
  createTime: number
  activeTime: number
  lastOnlineTime: number
  lastOfflineTime: number
}

/** What a device last reported for a point (§3.4). */
export interface StoredValue extends DeviceAddress {
  id: string
  /** ms since the epoch, by the device. */
  time: number
  value: ExactJson
  quality: ExactJson
}

/** A sub-device and the gateway it is linked to (§5.4). */
export interface GatewayLink {
  gateway: DeviceAddress
  subDevice: DeviceAddress
}

/**
 * Where the registry keeps what the fleet file does not say. Promises resolve when the change is on disk;
 * the registry answers from memory and does not wait for them.
 */
export interface RegistryStore {
  load(): { times: DeviceTimes[]; values: StoredValue[]; links: GatewayLink[] }
  saveTimes(times: DeviceTimes[]): Promise<void>
  saveValues(values: StoredValue[]): Promise<void>
  link(link: GatewayLink): Promise<void>
  unlink(link: GatewayLink): Promise<void>
}

/** One point of one device. */
export interface DevicePoint extends DeviceAddress {
  id: string
}

/** Values of a point within a span: from `from`, and before `to`; ms since the epoch. */
export interface HistorySpan extends DevicePoint {
  from: number
  to: number
  newestFirst: boolean
  limit: number
}

/** Where values over time are kept. Promises resolve when the change is on disk; reading shows what is there. */
export interface HistoryStore {
  /** A second value of the same moment takes the place of the first. */
  append(values: StoredValue[]): Promise<void>
  find(span: HistorySpan): StoredValue[]
  /** Leaves the newest `keep` values of a point. */
  trim(point: DevicePoint, keep: number): Promise<void>
  /** Removes values from before `time`, a few at a time; the count removed. */
  prune(time: number): Promise<number>
}

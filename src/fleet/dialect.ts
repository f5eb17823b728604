import type { ExactJson } from '#contract/value/exact.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { Values } from './device-values.ts'

/** What a device reads out of a set command. `id` is echoed as it came. */
export interface SetRequest {
  id: ExactJson
  values: Values
}

export interface DeviceReply {
  id: ExactJson
  code: number
  message?: string | undefined
}

export interface Message {
  topic: string
  payload: string | Buffer
  qos: 0 | 1
}

/** How a device puts its words on the wire: JSON (§5.3), or bytes of its own (§5.7). */
export interface Dialect {
  /** Null for what is not a set command to this device. */
  readSet(topic: string, payload: Buffer): SetRequest | null
  reply(reply: DeviceReply): Message
  /**
   * `requestId` is the device's own small number; `time` in ms.
   * At QoS 0: whoever comes back reports everything, so that a report is never worth sending twice.
   */
  report(values: Values, requestId: number, time: number): Message
}

export type DialectOf = (device: DeviceAddress) => Dialect

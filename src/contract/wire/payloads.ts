import * as z from 'zod/mini'
import {
  integer,
  milliseconds,
  optionalText,
  received,
  text,
  textIn,
  wholeNumberIn,
  withDefault,
} from '../enos/reading.ts'
import { type ExactJson, parsedJsonSchema, parseExact } from '../value/exact.ts'

/** `id` is echoed by the receiver with its type kept (§5.3, §5.5): a number stays a number. */
const messageIdSchema = parsedJsonSchema

const isOn = received((value) => value === true, z.boolean())

/** A request in either direction (§5.3). */
export const requestSchema = z.object({
  id: withDefault('', messageIdSchema),
  version: withDefault('1.0', parsedJsonSchema),
  method: optionalText,
  params: withDefault({}, parsedJsonSchema),
})

/** A request with the two switches of a batch report (§5.3); anything but `true` leaves them off. */
export const upstreamSchema = z.object({
  ...requestSchema.shape,
  /** A gateway may report for linked sub-devices that are not signed in. */
  allowOfflineSubDevice: isOn,
  /** What does not fit is left out, and the rest is kept. */
  skipInvalidMeasurepoints: isOn,
})
export type UpstreamRequest = z.infer<typeof upstreamSchema>

/**
 * A reply (§5.3). 0 and 200 mean success, everything else is the device's refusal. An odd member makes no reply
 * unreadable, as its `id` says which command it ends: `code` is null where it is no whole number (§7.2 Q1).
 */
export const replySchema = z.object({
  id: withDefault('', messageIdSchema),
  code: received(wholeNumberIn, z.nullable(z.int())),
  data: withDefault({}, parsedJsonSchema),
  message: received(textIn, z.string()),
})
export type WireReply = z.infer<typeof replySchema>

export const isSuccessCode = (code: number | null): boolean => code === 0 || code === 200

/** What a device reports (§5.3): `{pointId: value | {value, quality}}`; `time` in ms, 0 = now. */
export const postParamsSchema = z.object({
  measurepoints: z.record(z.string(), parsedJsonSchema),
  time: milliseconds,
})

export const batchEntrySchema = z.object({
  ...postParamsSchema.shape,
  productKey: z.optional(z.string()),
  deviceKey: z.optional(z.string()),
})

/**
 * How a gateway proves a sub-device (§5.4). `timestamp` comes as text or number, `cleanSession` as text or boolean;
 * both are read to the text that was signed.
 */
export const subDeviceProofSchema = z.object({
  productKey: text,
  deviceKey: text,
  clientId: text,
  timestamp: text,
  signMethod: withDefault('sha256', text),
  sign: text,
  /** 2 with the device's own secret, 3 with the product's. */
  secureMode: withDefault(2, integer),
  cleanSession: z.optional(received((value) => String(value), z.string())),
})
export type SubDeviceProof = z.infer<typeof subDeviceProofSchema>

/** A batch sign-in (§5.4): what all have in common, and one entry for each. */
export const batchLoginSchema = z.object({
  clientId: text,
  timestamp: text,
  signMethod: withDefault('sha256', text),
  cleanSession: subDeviceProofSchema.shape.cleanSession,
  subDevices: z.array(
    z.object({ productKey: text, deviceKey: text, sign: text, secureMode: subDeviceProofSchema.shape.secureMode }),
  ),
})

export const addressSchema = z.object({ productKey: text, deviceKey: text })

/** A payload as exact JSON, or null where it is not JSON. */
export function readPayload(text: string): ExactJson {
  try {
    return parseExact(text)
  } catch {
    return null
  }
}

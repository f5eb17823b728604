import * as z from 'zod/mini'
import { integer, milliseconds, optionalText, withDefault } from '../enos/reading.ts'
import { type ExactJson, exactJsonSchema, parseExact } from '../value/exact.ts'

/** `id` is echoed by the receiver with its type kept (§5.3, §5.5): a number stays a number. */
export const messageIdSchema = exactJsonSchema

/** A request in either direction (§5.3). */
export const requestSchema = z.object({
  id: withDefault('', messageIdSchema),
  version: withDefault('1.0', exactJsonSchema),
  method: optionalText,
  params: withDefault({}, exactJsonSchema),
})
export type WireRequest = z.infer<typeof requestSchema>

/** A reply (§5.3). 0 and 200 mean success, everything else is the device's refusal. */
export const replySchema = z.object({
  id: withDefault('', messageIdSchema),
  code: integer,
  data: withDefault({}, exactJsonSchema),
  message: optionalText,
})
export type WireReply = z.infer<typeof replySchema>

export const isSuccessCode = (code: number): boolean => code === 0 || code === 200

/** What a device reports (§5.3): `{pointId: value | {value, quality}}`; `time` in ms, 0 = now. */
export const postParamsSchema = z.object({
  measurepoints: z.record(z.string(), exactJsonSchema),
  time: milliseconds,
})
export type PostParams = z.infer<typeof postParamsSchema>

export const batchEntrySchema = z.object({
  ...postParamsSchema.shape,
  productKey: z.optional(z.string()),
  deviceKey: z.optional(z.string()),
})

/** A payload as exact JSON, or null where it is not JSON. */
export function readPayload(text: string): ExactJson {
  try {
    return parseExact(text)
  } catch {
    return null
  }
}

import * as z from 'zod'
import { stringifyExact } from '#contract/value/exact.ts'
import { readPayload, requestSchema } from '#contract/wire/payloads.ts'
import { type DeviceAddress, replyTopic, topics } from '#contract/wire/topics.ts'
import type { Message } from './dialect.ts'

const paramsSchema = z.object({ deviceSecret: z.string() })

/** The secret told to a device that signed in with its product's (§5.1), and how it confirms; null for other messages. */
export function readActivation(
  device: DeviceAddress,
  topic: string,
  payload: Buffer,
): { deviceSecret: string; confirmation: Message } | null {
  if (topic !== topics.activateInfo(device)) return null
  const { data: request } = requestSchema.safeParse(readPayload(payload.toString()))
  const { data: params } = paramsSchema.safeParse(request?.params)
  if (!request || !params) return null
  const confirmation = stringifyExact({ id: request.id, code: 200, data: {} })
  return {
    deviceSecret: params.deviceSecret,
    confirmation: { topic: replyTopic(topic), payload: confirmation, qos: 0 },
  }
}

import { isExactNumber, stringifyExact } from '#contract/value/exact.ts'
import { readPayload, requestSchema } from '#contract/wire/payloads.ts'
import { methods, replyTopic, topics } from '#contract/wire/topics.ts'
import type { DialectOf } from './dialect.ts'

/** JSON as the official Node SDK writes it (§5.5): replies at QoS 0, `message` only with a refusal. */
export const jsonDialect: DialectOf = (device) => ({
  readSet(topic, payload) {
    if (topic !== topics.set(device)) return null
    const { data } = requestSchema.safeParse(readPayload(payload.toString()))
    const params = data?.params
    if (!data || typeof params !== 'object' || params === null) return null
    if (Array.isArray(params) || isExactNumber(params)) return null
    return { id: data.id, values: Object.fromEntries(Object.entries(params)) }
  },
  reply: ({ id, code, message }) => ({
    topic: replyTopic(topics.set(device)),
    payload: stringifyExact({ id, code, data: {}, ...(message === undefined ? {} : { message }) }),
    qos: 0,
  }),
  report: (measurepoints, requestId, time) => ({
    topic: topics.post(device),
    payload: stringifyExact({
      id: String(requestId),
      version: '1.0',
      method: methods.post,
      params: { measurepoints, time },
    }),
    qos: 0,
  }),
})

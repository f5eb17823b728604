import { readPayload, replySchema } from '#contract/wire/payloads.ts'
import { maxMessageBytes } from '#contract/wire/reply-codes.ts'
import { type DeviceAddress, methods } from '#contract/wire/topics.ts'
import type { DeviceEvents } from '../commands/ports.ts'
import type { BrokerLog, Codec, Directory } from './ports.ts'
import { readUpstream } from './read-upstream.ts'
import type { Handlers, Unanswered } from './upstream.ts'

const reportNames = ['post', 'postBatch', 'resume', 'resumeBatch'] as const

/**
 * What devices answer to commands, and the reports of custom data formats (§5.3, §5.7).
 * What cannot be read is told to the log, and otherwise as good as not sent.
 */
export function createUnanswered(options: {
  directory: Directory
  events: DeviceEvents
  codec: Codec
  handlers: Handlers
  log: BrokerLog
}): Unanswered {
  const { directory, events, codec, handlers, log } = options

  function settle(device: DeviceAddress, text: string): void {
    const { data: reply, error } = replySchema.safeParse(readPayload(text))
    if (reply) events.reply(device, reply)
    else log.warn({ device, reason: error.message }, 'a device answered a command with something unreadable')
  }

  async function decode(device: DeviceAddress, payload: Buffer): Promise<string | null> {
    const product = directory.product(device.productKey)
    const text = product && payload.length <= maxMessageBytes ? await codec.decode(product, payload) : null
    if (text === null) log.warn({ device, bytes: payload.length }, 'the script could not read what a device sent')
    return text
  }

  return {
    setReply: (device, payload) => settle(device, payload.toString()),

    async rawReply(device, payload) {
      const text = await decode(device, payload)
      if (text !== null) settle(device, text)
    },

    /** The script says by `method` what it is; without one a list is a batch. */
    async rawReport(device, payload, connection) {
      const text = await decode(device, payload)
      if (text === null) return
      const read = readUpstream(Buffer.from(text), null)
      if (read.refusal) return log.warn({ device, ...read.refusal }, 'the script made no request of what a device sent')
      const { request } = read
      const named = reportNames.find((name) => methods[name] === request.method)
      const name = named ?? (request.method === '' ? (Array.isArray(request.params) ? 'postBatch' : 'post') : null)
      const answer = name && handlers[name]?.(device, request, connection)
      if (answer?.code !== 200) log.warn({ device, ...answer }, 'refused what a device reported')
    },
  }
}

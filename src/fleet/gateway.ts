import { stringifyExact } from '#contract/value/exact.ts'
import { deviceSignText } from '#contract/wire/credentials.ts'
import { isSuccessCode, readPayload, replySchema } from '#contract/wire/payloads.ts'
import { type DeviceAddress, methods, replyTopic, topics } from '#contract/wire/topics.ts'
import type { Message } from './dialect.ts'
import { sign } from './login.ts'

/** A device that a gateway signs in on its own connection. */
export interface SubDevice extends DeviceAddress {
  deviceSecret: string
}

interface Wire {
  subscribe(topic: string): Promise<void>
  publish(message: Message): void
}

export interface Gateway {
  /** Links its sub-devices, then signs in each (§5.4). To be called at every connection. */
  signIn(): Promise<void>
  /** True where the message was an answer to this gateway. */
  receive(topic: string, payload: Buffer): boolean
}

interface GatewayEvents {
  /** EnOS let a sub-device in: its topics may be used from now on. */
  signedIn(subDevice: SubDevice): void
  /** EnOS refused one, or with null the link to all of them, with a code of §5.3 if any. */
  refused(subDevice: SubDevice | null, code: number | null): void
}

/** Null for a device without sub-devices. */
export function createGateway(
  gateway: DeviceAddress,
  subDevices: SubDevice[],
  wire: Wire,
  events: GatewayEvents,
): Gateway | null {
  if (subDevices.length === 0) return null
  let requestId = 0
  /** What to do with the answer to each request. */
  const waiting = new Map<string, (code: number | null) => void>()
  const timestamp = Date.now()

  const signed = ({ productKey, deviceKey, deviceSecret }: SubDevice) => {
    const fields = { clientId: deviceKey, productKey, deviceKey, timestamp: String(timestamp) }
    return { ...fields, timestamp, signMethod: 'sha256', sign: sign(deviceSignText(fields, deviceSecret)) }
  }

  const request = (topic: string, method: string, params: unknown, answered: (code: number | null) => void): void => {
    requestId += 1
    const id = `gateway-${requestId}`
    waiting.set(id, answered)
    wire.publish({ topic, payload: stringifyExact({ id, version: '1.0', method, params }), qos: 1 })
  }

  const signInEach = (): void => {
    for (const subDevice of subDevices) {
      const params = { ...signed(subDevice), cleanSession: 'true' }
      request(topics.login(gateway), methods.login, params, (code) =>
        isSuccessCode(code) ? events.signedIn(subDevice) : events.refused(subDevice, code),
      )
    }
  }

  return {
    async signIn() {
      waiting.clear()
      await wire.subscribe(replyTopic(topics.topoAdd(gateway)))
      await wire.subscribe(replyTopic(topics.login(gateway)))
      request(topics.topoAdd(gateway), methods.topoAdd, subDevices.map(signed), (code) =>
        isSuccessCode(code) ? signInEach() : events.refused(null, code),
      )
    },
    receive(topic, payload) {
      if (topic !== replyTopic(topics.topoAdd(gateway)) && topic !== replyTopic(topics.login(gateway))) return false
      const { data: reply } = replySchema.safeParse(readPayload(payload.toString()))
      const id = typeof reply?.id === 'string' ? reply.id : ''
      const answered = waiting.get(id)
      waiting.delete(id)
      if (reply) answered?.(reply.code)
      return true
    },
  }
}

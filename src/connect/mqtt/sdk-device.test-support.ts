import mqtt, { type MqttClient } from 'mqtt'
import { deviceSignText, writeClientId, writeUsername } from '#contract/wire/credentials.ts'
import { type DeviceAddress, methods, readTopic, replyTopic, topics } from '#contract/wire/topics.ts'
import { sign } from './sign.ts'

export interface SdkReply {
  id: string
  code: number
  data: unknown
  message?: string
}

export interface SetRequest {
  device: DeviceAddress
  messageId: unknown
  params: Record<string, unknown>
}

/** A number is answered as code; undefined is answered by nothing. */
export type SetHandler = (request: SetRequest) => number | undefined

/** A device that behaves as the official Node SDK does, row by row of §5.5. */
export interface SdkDevice {
  client: MqttClient
  /** Resolves with CONNACK, in dynamic mode with the secret that it was told. */
  connected: Promise<string | null>
  /** Every message that arrived, in order. */
  arrived: { topic: string; payload: Buffer; qos: number }[]
  /** What would have ended the SDK's process. */
  crashes: unknown[]
  onSet(handler: SetHandler): void
  /** The bytes of `down_raw` in, those of `down_raw_reply` out. */
  onRaw(handler: (payload: Buffer) => Buffer): void
  /** Settles with the reply only: there is no timeout. */
  request(topic: string, method: string, params: unknown): Promise<SdkReply>
  post(measurepoints: object, more?: object): Promise<SdkReply>
  /** What a gateway sends to prove a sub-device; `clientId` is signed. */
  proof(sub: DeviceAddress, secret: string, clientId?: string): object
  end(): Promise<void>
}

export interface SdkDeviceOptions {
  port: number
  device: DeviceAddress
  secret: string
  secureMode?: 2 | 3
  /** The SDK's default is 3000 ms. */
  reconnectPeriod?: number
}

export function connectSdkDevice(options: SdkDeviceOptions): SdkDevice {
  const { port, device, secret, secureMode = 2, reconnectPeriod = 0 } = options
  const { productKey, deviceKey } = device
  const timestamp = String(Date.now())
  const client = mqtt.connect({
    host: '127.0.0.1',
    port,
    clientId: writeClientId({ clientId: deviceKey, secureMode, signMethod: 'sha256', timestamp }),
    username: writeUsername(device),
    password: sign(deviceSignText({ clientId: deviceKey, deviceKey, productKey, timestamp }, secret)),
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
    connectTimeout: 30_000,
    reconnectPeriod,
    // As release 3 of the library, on which the SDK is built, did by itself.
    reconnectOnConnackError: reconnectPeriod > 0,
  })

  let lastId = 0
  let setHandler: SetHandler | null = null
  let rawHandler: ((payload: Buffer) => Buffer) | null = null
  const subscribed = new Set<string>()
  const arrived: SdkDevice['arrived'] = []
  const crashes: unknown[] = []
  /** Ids stay here for ever, answered or not. */
  const requests = new Map<string, (reply: SdkReply) => void>()
  let told: ((deviceSecret: string) => void) | null = null

  function receive(topic: string, payload: Buffer): void {
    const address = readTopic(topic)
    if (address && topic === topics.downRaw(address.device)) {
      if (rawHandler) client.publish(replyTopic(topic), rawHandler(payload), { qos: 0 })
      return
    }
    const message = JSON.parse(payload.toString())
    const resolve = requests.get(message.id)
    if (resolve) {
      const { data } = message
      resolve({ ...message, data: typeof data === 'string' && data !== '' ? JSON.parse(data) : data })
      return
    }
    if (!address) return
    if (topic === topics.activateInfo(address.device)) {
      client.publish(replyTopic(topic), JSON.stringify({ id: message.id, code: 200, data: {} }), { qos: 0 })
      told?.(message.params.deviceSecret)
    }
    if (topic !== topics.set(address.device) || !setHandler) return
    const code = setHandler({ device: address.device, messageId: message.id, params: message.params })
    if (code === undefined) return
    client.publish(replyTopic(topic), JSON.stringify({ id: message.id, code, data: {} }), { qos: 0, retain: false })
  }

  client.on('message', (topic, payload, { qos }) => {
    arrived.push({ topic, payload, qos })
    try {
      receive(topic, payload)
    } catch (error) {
      crashes.push(error)
    }
  })

  const connected = new Promise<string | null>((resolve, reject) => {
    if (secureMode === 3) told = resolve
    else client.once('connect', () => resolve(null))
    client.once('error', reject)
  })
  // Refused connections are looked at by those tests that expect them.
  connected.catch(() => {})
  client.on('error', () => {})

  async function request(topic: string, method: string, params: unknown): Promise<SdkReply> {
    if (!subscribed.has(replyTopic(topic))) {
      subscribed.add(replyTopic(topic))
      await client.subscribeAsync(replyTopic(topic), { qos: 1 })
    }
    lastId += 1
    const id = String(lastId)
    const reply = new Promise<SdkReply>((resolve) => requests.set(id, resolve))
    client.publish(topic, JSON.stringify({ id, version: '1.0', params, method }), { qos: 1 })
    return reply
  }

  return {
    client,
    connected,
    arrived,
    crashes,
    onSet: (handler) => {
      setHandler = handler
    },
    onRaw: (handler) => {
      rawHandler = handler
    },
    request,
    post: (measurepoints, more = {}) => request(topics.post(device), methods.post, { measurepoints, ...more }),
    proof(sub, subSecret, clientId = sub.deviceKey) {
      const fields = { productKey: sub.productKey, deviceKey: sub.deviceKey, clientId, timestamp }
      const signed = sign(deviceSignText(fields, subSecret))
      return { ...fields, timestamp: Number(timestamp), signMethod: 'sha256', sign: signed }
    },
    end: () => client.endAsync(true),
  }
}

import { createServer } from 'node:net'
import { Aedes, type Client } from 'aedes'
import { type ExactJson, parseExact, stringifyExact } from '#contract/value/exact.ts'
import { type DeviceAddress, methods, topics } from '#contract/wire/topics.ts'

interface Heard {
  topic: string
  text: string
  payload: Buffer
  qos: number
  retain: boolean
}

/** A plain MQTT broker for the tests of devices: keeps what it hears, and pushes to a connection as EnOS does (§5.5). */
export interface TestBroker {
  url: string
  heard: Heard[]
  /** Client ids with user name and password, in the order of their connections. */
  logins: { clientId: string; username: string; password: string; cleanSession: boolean; keepalive: number }[]
  subscriptions: string[]
  isConnected(device: DeviceAddress): boolean
  /** Straight to the device's connection, without any subscription. */
  push(device: DeviceAddress, topic: string, payload: string | Buffer): Promise<void>
  /** A set command under this id; `params` is JSON text. */
  set(device: DeviceAddress, id: string, params: string): Promise<void>
  /** What arrived under a topic, as exact JSON. */
  heardOn(topic: string): ExactJson[]
  disconnect(device: DeviceAddress): void
  stop(): Promise<void>
}

type Admit = (login: TestBroker['logins'][number]) => boolean

/** `admit` decides on a login; where it says no the device gets CONNACK 4. */
export async function startTestBroker(admit: Admit = () => true): Promise<TestBroker> {
  const broker = await Aedes.createBroker()
  const clients = new Map<string, Client>()
  const [heard, logins, subscriptions]: [Heard[], TestBroker['logins'], string[]] = [[], [], []]
  const userOf = ({ productKey, deviceKey }: DeviceAddress) => `${deviceKey}&${productKey}`

  const keepalives = new WeakMap<Client, { cleanSession: boolean; keepalive: number }>()
  broker.preConnect = (client, packet, callback) => {
    keepalives.set(client, { cleanSession: packet.clean ?? false, keepalive: packet.keepalive ?? 0 })
    callback(null, true)
  }
  broker.authenticate = (client, username, password, callback) => {
    const settings = keepalives.get(client) ?? { cleanSession: false, keepalive: 0 }
    const login = { clientId: client.id, username: username ?? '', password: String(password), ...settings }
    logins.push(login)
    if (!admit(login)) return callback(Object.assign(new Error('refused'), { returnCode: 4 as const }), false)
    clients.set(login.username, client)
    client.conn.on('close', () => clients.get(login.username) === client && clients.delete(login.username))
    callback(null, true)
  }
  broker.on('publish', ({ topic, payload, qos, retain }, client) => {
    if (!client) return
    const bytes = Buffer.from(payload)
    heard.push({ topic, text: bytes.toString(), payload: bytes, qos, retain })
  })
  broker.on('subscribe', (list) => subscriptions.push(...list.map(({ topic }) => topic)))

  const server = createServer(broker.handle)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  const push = (device: DeviceAddress, topic: string, payload: string | Buffer) =>
    new Promise<void>((sent, failed) => {
      const client = clients.get(userOf(device))
      if (!client) return failed(new Error(`${userOf(device)} is not connected`))
      const packet = { cmd: 'publish' as const, topic, payload, qos: 1 as const, dup: false, retain: false }
      client.publish(packet, (error) => (error ? failed(error) : sent()))
    })

  return {
    url: `mqtt://127.0.0.1:${address.port}`,
    heard,
    logins,
    subscriptions,
    isConnected: (device) => clients.has(userOf(device)),
    push,
    set: (device, id, params) =>
      push(
        device,
        topics.set(device),
        `{"id":${stringifyExact(id)},"version":"1.0","method":"${methods.set}","params":${params}}`,
      ),
    heardOn: (topic) => heard.filter((each) => each.topic === topic).map(({ text }) => parseExact(text)),
    disconnect: (device) => clients.get(userOf(device))?.conn.destroy(),
    async stop() {
      await new Promise<void>((closed) => broker.close(closed))
      await new Promise((closed) => server.close(closed))
    },
  }
}

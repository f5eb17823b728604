import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { topics } from '#contract/wire/topics.ts'
import { connectSdkDevice, type SdkDevice } from './sdk-device.test-support.ts'
import { sign } from './sign.ts'
import { addresses, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'

let broker: TestBroker
let clients: (SdkDevice | { end(): Promise<unknown> })[]
beforeEach(async () => {
  broker = await startTestBroker()
  clients = []
})
afterEach(async () => {
  await Promise.all(clients.map((client) => client.end()))
  await broker.stop()
})

function sdk(name: keyof typeof addresses, options: { secret?: string; secureMode?: 2 | 3 } = {}): SdkDevice {
  const device = connectSdkDevice({ port: broker.port, device: addresses[name], secret: secrets.device, ...options })
  clients.push(device)
  return device
}

function raw(options: IClientOptions): MqttClient {
  const client = mqtt.connect({
    host: '127.0.0.1',
    port: broker.port,
    protocolVersion: 4,
    reconnectPeriod: 0,
    ...options,
  })
  clients.push({ end: () => client.endAsync(true) })
  return client
}

/** The CONNACK code: 0, or that of the refusal. */
const connack = (client: MqttClient): Promise<number> =>
  new Promise((resolve) => {
    client.once('connect', () => resolve(0))
    client.once('error', (error) => resolve('code' in error ? Number(error.code) : -1))
  })

const closed = (client: MqttClient) => new Promise<void>((resolve) => client.once('close', () => resolve()))

const timestamp = '1700000000000'
const list = `securemode=2,signmethod=sha256,timestamp=${timestamp}`
/** CONNECT of the demo device with a client id of one's own. */
const demo = (clientId: string, more: Partial<IClientOptions> = {}): IClientOptions => ({
  clientId: `${clientId}|${list}|`,
  username: 'dkDemo01&pkDemo01',
  password: sign(`clientId${clientId}deviceKeydkDemo01productKeypkDemo01timestamp${timestamp}dsSecretDemo`),
  ...more,
})

describe('signing in (§5.1)', () => {
  it('takes vector M1, years after it was signed', async () => {
    expect(await connack(raw(demo('dkDemo01')))).toBe(0)
  })

  it('takes a client id of its own choice (M3)', async () => {
    expect(await connack(raw(demo('00-11-22-AA')))).toBe(0)
  })

  it("takes Java's client id and lower-case hex (M4), with blanks and in another order", async () => {
    const java = 'dkDemo01{ip=127.0.0.1,version=enos-mqtt-2.4,compress=DEFAULT}'
    const clientId = `${java}|securemode=2, timestamp=${timestamp}, signmethod=sha256|`
    const password = '4533f00dab053d1116ad6c781b7fa836cfb3d6613105e2da7d61f8729a773b79'
    expect(await connack(raw(demo(java, { clientId, password })))).toBe(0)
  })

  it.each([
    ['packed payloads', 2, demo('dkDemo01{ip=::1,compress=GZIP}')],
    ['a client id of another kind', 2, demo('dkDemo01', { clientId: 'mqttjs_1' })],
    ['no client id', 2, demo('dkDemo01', { clientId: '' })],
    ['a wrong password', 4, demo('dkDemo01', { password: sign('something else') })],
    ['no password', 4, demo('dkDemo01', { password: '' })],
    ['an unknown device', 4, demo('dkDemo01', { username: 'nobody&pkDemo01' })],
    ['a user name of another kind', 4, demo('dkDemo01', { username: 'admin' })],
  ])('refuses %s with CONNACK %i', async (_, code, options) => {
    expect(await connack(raw(options))).toBe(code)
    expect(broker.happened).toEqual([])
  })

  it('refuses a disabled device with CONNACK 5, but only where it proved itself', async () => {
    expect(await connack(sdk('disabled').client)).toBe(5)
    expect(await connack(sdk('disabled', { secret: 'guessed' }).client)).toBe(4)
  })

  it.each([
    ['3.1', { protocolId: 'MQIsdp', protocolVersion: 3 }],
    ['5', { protocolId: 'MQTT', protocolVersion: 5 }],
  ] as const)('refuses MQTT %s with CONNACK 1', async (_, version) => {
    expect(await connack(raw({ ...demo('dkDemo01'), ...version }))).toBe(1)
  })

  it('tells the registry, then the commands, that a device came and went', async () => {
    const device = sdk('demo')
    await device.connected
    await vi.waitFor(() => expect(broker.happened).toEqual(['cameOnline dkDemo01', 'online dkDemo01']))
    await device.end()
    await vi.waitFor(() => expect(broker.happened.slice(2)).toEqual(['wentOffline dkDemo01', 'offline dkDemo01']))
  })

  it('looks at nothing that a device sends before it is online', async () => {
    const device = sdk('demo')
    // Sent in one breath with CONNECT.
    device.client.publish(
      topics.post(addresses.demo),
      JSON.stringify({ id: '9', params: { measurepoints: { temp: 1 } } }),
    )
    await vi.waitFor(() => expect(broker.directory.reports).toHaveLength(1))
    expect(broker.happened).toEqual(['cameOnline dkDemo01', 'online dkDemo01'])
  })
})

describe('dynamic activation (§5.1)', () => {
  it("tells a device that came with its product's secret its own, before it is online", async () => {
    const device = sdk('demo', { secret: secrets.product, secureMode: 3 })
    expect(await device.connected).toBe('dsSecretDemo')
    const [first] = device.arrived
    expect(first?.topic).toBe('/ext/session/pkDemo01/dkDemo01/thing/activate/info')
    expect(JSON.parse(String(first?.payload))).toEqual({
      id: expect.stringMatching(/^.{20,}$/),
      version: '1.0',
      method: 'thing.activate.info',
      params: { assetId: 'asset-dkDemo01', ...addresses.demo, deviceSecret: 'dsSecretDemo' },
    })
    expect(device.crashes).toEqual([])
  })

  it('is for inactive devices only', async () => {
    await sdk('demo').connected
    expect(await connack(sdk('demo', { secret: secrets.product, secureMode: 3 }).client)).toBe(5)
  })

  it('has to be switched on for the product', async () => {
    expect(await connack(sdk('static', { secret: secrets.product, secureMode: 3 }).client)).toBe(5)
    expect(await connack(sdk('static', { secret: 'guessed', secureMode: 3 }).client)).toBe(4)
  })

  it("does not take the device's secret for the product's, or the other way round", async () => {
    expect(await connack(sdk('demo', { secret: secrets.device, secureMode: 3 }).client)).toBe(4)
    expect(await connack(sdk('demo', { secret: secrets.product, secureMode: 2 }).client)).toBe(4)
  })
})

describe('a second connection of the same device (§5.1)', () => {
  it('drops the first, and the device is never seen offline', async () => {
    const first = sdk('demo')
    await first.connected
    const second = sdk('demo')
    await Promise.all([second.connected, closed(first.client)])
    await vi.waitFor(() => expect(broker.happened).toHaveLength(4))
    expect(broker.happened.join()).not.toContain('ffline')
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(true)
    await vi.waitFor(() => expect(second.arrived).toHaveLength(1))
    expect(first.arrived).toEqual([])
  })

  it('works with the very same client id, as after a reconnect', async () => {
    const first = raw(demo('dkDemo01'))
    await connack(first)
    const second = raw(demo('dkDemo01'))
    await Promise.all([connack(second), closed(first)])
    await vi.waitFor(() => expect(broker.happened).toHaveLength(4))
    expect(broker.happened.join()).not.toContain('ffline')
    await second.endAsync()
    await vi.waitFor(() => expect(broker.happened.slice(4)).toEqual(['wentOffline dkDemo01', 'offline dkDemo01']))
  })

  it('leaves the first alone where it does not prove itself', async () => {
    const first = sdk('demo')
    await first.connected
    await connack(sdk('demo', { secret: 'guessed' }).client)
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(true)
    await vi.waitFor(() => expect(first.arrived).toHaveLength(1))
  })
})

describe('the channel', () => {
  it('says that nothing was sent where there is no connection', async () => {
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(false)
    const device = sdk('demo')
    await device.connected
    await device.end()
    await vi.waitFor(() => expect(broker.happened).toContain('offline dkDemo01'))
    expect(await broker.set(addresses.demo, '2500000000000000002', 'temp', '1')).toBe(false)
  })

  it('does not wait for a device that takes nothing and acknowledges nothing', async () => {
    const socket = connectSocket(broker.port, '127.0.0.1')
    clients.push({ end: async () => socket.destroy() })
    const { clientId = '', username = '', password = '' } = demo('dkDemo01')
    const { generate } = await import('mqtt-packet')
    const options = { protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 } as const
    socket.write(generate({ cmd: 'connect', ...options, clientId, username, password: Buffer.from(String(password)) }))
    await vi.waitFor(() => expect(broker.happened).toContain('online dkDemo01'))
    socket.pause()
    // More than fits into the buffers of the system.
    const big = JSON.stringify('x'.repeat(400_000))
    for (let at = 0; at < 20; at++) expect(await broker.set(addresses.demo, `25${at}`, 'temp', big)).toBe(true)
  })

  it('never sends a command again to a device that asked for a lasting session', async () => {
    const options = demo('dkDemo01', { clean: false })
    const first = raw(options)
    await connack(first)
    first.handleMessage = () => {} // Nothing is acknowledged.
    await vi.waitFor(() => expect(broker.happened).toContain('online dkDemo01'))
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(true)
    first.stream.destroy()
    await vi.waitFor(() => expect(broker.happened).toContain('offline dkDemo01'))

    const second = raw(options)
    const arrived: string[] = []
    second.on('message', (_, payload) => arrived.push(JSON.parse(String(payload)).id))
    await connack(second)
    await vi.waitFor(() => expect(broker.happened.filter((what) => what === 'online dkDemo01')).toHaveLength(2))
    expect(await broker.set(addresses.demo, '2500000000000000002', 'temp', '1')).toBe(true)
    await vi.waitFor(() => expect(arrived).toEqual(['2500000000000000002']))
  })
})

describe('the broker', () => {
  it('can end a connection, which is seen as the device going offline', async () => {
    const device = sdk('demo')
    await device.connected
    await vi.waitFor(() => expect(broker.happened).toContain('online dkDemo01'))
    broker.disconnect(addresses.demo)
    broker.disconnect(addresses.other)
    await vi.waitFor(() => expect(broker.happened.slice(2)).toEqual(['wentOffline dkDemo01', 'offline dkDemo01']))
  })

  it('stops with all its connections, also those that never said a word', async () => {
    const device = sdk('demo')
    await device.connected
    const silent = connectSocket(broker.port, '127.0.0.1')
    await once(silent, 'connect')
    const ended = once(silent, 'close')
    await broker.stop()
    expect(broker.directory.status(addresses.demo)).toBe('offline')
    await ended
    broker = await startTestBroker()
  })

  it('says so where its port is taken', async () => {
    const { startBroker } = await import('./start-broker.ts')
    const { directory } = broker
    const events = { online() {}, offline() {}, reply() {} }
    const codec = { encode: async () => new Uint8Array(), decode: async () => null }
    const second = startBroker({ host: '127.0.0.1', port: broker.port, directory, events, codec })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('survives garbage', async () => {
    const socket = connectSocket(broker.port, '127.0.0.1')
    socket.write(Buffer.from([0, 255, 255, 255, 255, 255, 1, 2, 3]))
    socket.on('error', () => {})
    await once(socket, 'close')
    expect(await connack(sdk('demo').client)).toBe(0)
  })
})

import { once } from 'node:events'
import { connect as connectSocket, type Socket } from 'node:net'
import type { IClientOptions, MqttClient } from 'mqtt'
import { generate } from 'mqtt-packet'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { methods, replyTopic, topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import type { SdkDevice } from './sdk-device.test-support.ts'
import { startBroker } from './start-broker.ts'
import { addresses, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'
import { connack, createTestClients, demoConnect } from './test-clients.test-support.ts'

let broker: TestBroker
let clients: ReturnType<typeof createTestClients>
beforeEach(async () => {
  broker = await startTestBroker()
  clients = createTestClients()
})
afterEach(async () => {
  await clients.endAll()
  await broker.stop()
})

const raw = (options: IClientOptions): MqttClient => clients.raw(broker.port, options)
const sdk = (name: keyof typeof addresses, options: { secret?: string; secureMode?: 2 | 3 } = {}): SdkDevice =>
  clients.sdk(broker.port, addresses[name], options)

/** The remaining length of a fixed header (MQTT 3.1.1 §2.2.3). */
const lengthBytes = (length: number): number[] =>
  length < 128 ? [length] : [(length % 128) + 128, ...lengthBytes(Math.floor(length / 128))]

/** A device that signs in and then neither says nor acknowledges anything. */
async function wordlessDevice(keepalive: number): Promise<Socket> {
  const socket = connectSocket(broker.port, '127.0.0.1')
  socket.on('error', () => {})
  const { clientId = '', username = '', password = '' } = demoConnect('dkDemo01')
  const options = { protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive } as const
  socket.write(generate({ cmd: 'connect', ...options, clientId, username, password: Buffer.from(String(password)) }))
  await soon(() => expect(broker.happened).toContain('online dkDemo01'))
  return socket
}

const closed = (client: MqttClient) => new Promise<void>((resolve) => client.once('close', () => resolve()))

describe('a second connection of the same device (§5.1)', () => {
  it('drops the first, and the device is never seen offline', async () => {
    const first = sdk('demo')
    await first.connected
    const second = sdk('demo')
    await Promise.all([second.connected, closed(first.client)])
    await soon(() => expect(broker.happened).toHaveLength(4))
    expect(broker.happened.join()).not.toContain('ffline')
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(true)
    await soon(() => expect(second.arrived).toHaveLength(1))
    expect(first.arrived).toEqual([])
  })

  it('works with the very same client id, as after a reconnect', async () => {
    const first = raw(demoConnect('dkDemo01'))
    await connack(first)
    const second = raw(demoConnect('dkDemo01'))
    await Promise.all([connack(second), closed(first)])
    await soon(() => expect(broker.happened).toHaveLength(4))
    expect(broker.happened.join()).not.toContain('ffline')
    await second.endAsync()
    await soon(() => expect(broker.happened.slice(4)).toEqual(['wentOffline dkDemo01', 'offline dkDemo01']))
  })

  it('leaves the first alone where it does not prove itself', async () => {
    const first = sdk('demo')
    await first.connected
    await connack(sdk('demo', { secret: 'guessed' }).client)
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(true)
    await soon(() => expect(first.arrived).toHaveLength(1))
  })
})

describe('the channel', () => {
  it('says that nothing was sent where there is no connection', async () => {
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(false)
    const device = sdk('demo')
    await device.connected
    await device.end()
    await soon(() => expect(broker.happened).toContain('offline dkDemo01'))
    expect(await broker.set(addresses.demo, '2500000000000000002', 'temp', '1')).toBe(false)
  })

  it('does not wait for a device that takes nothing and acknowledges nothing', async () => {
    const socket = await wordlessDevice(60)
    socket.pause()
    // More than fits into the buffers of the system.
    const big = JSON.stringify('x'.repeat(400_000))
    for (let at = 0; at < 20; at++) expect(await broker.set(addresses.demo, `25${at}`, 'temp', big)).toBe(true)
    // Until too much waits: then it is gone.
    let sent = true
    for (let at = 0; sent && at < 100; at++) sent = await broker.set(addresses.demo, `26${at}`, 'temp', big)
    expect(sent).toBe(false)
    await soon(() => expect(broker.happened).toContain('offline dkDemo01'))
    socket.destroy()
  })

  it('never sends a command again to a device that asked for a lasting session', async () => {
    const options = demoConnect('dkDemo01', { clean: false })
    const first = raw(options)
    await connack(first)
    first.handleMessage = () => {} // Nothing is acknowledged.
    await soon(() => expect(broker.happened).toContain('online dkDemo01'))
    expect(await broker.set(addresses.demo, '2500000000000000001', 'temp', '1')).toBe(true)
    first.stream.destroy()
    await soon(() => expect(broker.happened).toContain('offline dkDemo01'))

    const second = raw(options)
    const arrived: string[] = []
    second.on('message', (_, payload) => arrived.push(JSON.parse(String(payload)).id))
    await connack(second)
    await soon(() => expect(broker.happened.filter((what) => what === 'online dkDemo01')).toHaveLength(2))
    expect(await broker.set(addresses.demo, '2500000000000000002', 'temp', '1')).toBe(true)
    await soon(() => expect(arrived).toEqual(['2500000000000000002']))
  })
})

describe('what waits for a device', () => {
  const waiting = { topic: '/waiting', payload: Buffer.from('{"id":"25","params":{}}') }

  it('follows its CONNACK, and its secret where it was activated', async () => {
    await broker.stop()
    broker = await startTestBroker(({ channel }, device) => void channel.publish(device, waiting))
    const device = sdk('demo', { secret: secrets.product, secureMode: 3 })
    await device.connected
    await soon(() => expect(device.arrived).toHaveLength(2))
    expect(device.arrived.map(({ topic }) => topic)).toEqual([topics.activateInfo(addresses.demo), '/waiting'])
  })

  it('follows the answer to its gateway where it is a sub-device', async () => {
    await broker.stop()
    broker = await startTestBroker(({ channel }, device) => {
      if (device.deviceKey === 'subDk01') void channel.publish(device, waiting)
    })
    broker.directory.link(addresses.gateway, addresses.sub)
    const gateway = sdk('gateway', { secret: secrets.gateway })
    await gateway.connected
    await gateway.request(topics.login(addresses.gateway), methods.login, gateway.proof(addresses.sub, secrets.sub))
    await soon(() => expect(gateway.arrived).toHaveLength(2))
    expect(gateway.arrived.map(({ topic }) => topic)).toEqual([replyTopic(topics.login(addresses.gateway)), '/waiting'])
  })
})

describe('the broker', () => {
  it('stops with all its connections, also those that never said a word', async () => {
    const silent = connectSocket(broker.port, '127.0.0.1')
    await once(silent, 'connect')
    // Connections are accepted in their order: with this one the broker has the one before, which the system alone knew.
    await sdk('demo').connected
    await soon(() => expect(broker.happened).toContain('online dkDemo01'))
    const ended = once(silent, 'close')
    await broker.stop()
    expect(broker.directory.status(addresses.demo)).toBe('offline')
    await ended
    broker = await startTestBroker()
  })

  it('says so where its port is taken', async () => {
    const { directory } = broker
    const events = { online() {}, offline() {}, reply() {} }
    const codec = { encode: async () => new Uint8Array(), decode: async () => null }
    const second = startBroker({ host: '127.0.0.1', port: broker.port, directory, events, codec })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('keeps nothing of a packet that is longer than a message may be, and ends the connection of who announces it', async () => {
    const stranger = connectSocket(broker.port, '127.0.0.1')
    stranger.on('error', () => {})
    stranger.write(Buffer.from([0x10, ...lengthBytes(512 * 1024 + 1)]))
    await once(stranger, 'close')

    const device = sdk('demo')
    await device.connected
    await soon(() => expect(broker.happened).toContain('online dkDemo01'))
    device.client.stream.write(Buffer.from([0x30, ...lengthBytes(1024 * 1024 + 1)]))
    await soon(() => expect(broker.happened).toContain('offline dkDemo01'))
  })

  it('tells a device as offline that falls silent for one and a half of its keep-alive', async () => {
    const socket = await wordlessDevice(1)
    await soon(() => expect(broker.happened).toContain('offline dkDemo01'))
    socket.destroy()
  })

  it('survives garbage', async () => {
    const socket = connectSocket(broker.port, '127.0.0.1')
    socket.write(Buffer.from([0, 255, 255, 255, 255, 255, 1, 2, 3]))
    socket.on('error', () => {})
    await once(socket, 'close')
    expect(await connack(sdk('demo').client)).toBe(0)
  })
})

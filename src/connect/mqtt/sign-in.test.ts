import type { IClientOptions, MqttClient } from 'mqtt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import type { SdkDevice } from './sdk-device.test-support.ts'
import { sign } from './sign.ts'
import { addresses, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'
import { connack, createTestClients, demoConnect, timestamp } from './test-clients.test-support.ts'

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

describe('signing in (§5.1)', () => {
  it('takes vector M1, years after it was signed', async () => {
    expect(await connack(raw(demoConnect('dkDemo01')))).toBe(0)
  })

  it('takes a client id of its own choice (M3)', async () => {
    expect(await connack(raw(demoConnect('00-11-22-AA')))).toBe(0)
  })

  it("takes Java's client id and lower-case hex (M4), with blanks and in another order", async () => {
    const java = 'dkDemo01{ip=127.0.0.1,version=enos-mqtt-2.4,compress=DEFAULT}'
    const clientId = `${java}|securemode=2, timestamp=${timestamp}, signmethod=sha256|`
    const password = '4533f00dab053d1116ad6c781b7fa836cfb3d6613105e2da7d61f8729a773b79'
    expect(await connack(raw(demoConnect(java, { clientId, password })))).toBe(0)
  })

  it.each([
    ['packed payloads', 2, demoConnect('dkDemo01{ip=::1,compress=GZIP}')],
    ['a client id of another kind', 2, demoConnect('dkDemo01', { clientId: 'mqttjs_1' })],
    ['no client id', 2, demoConnect('dkDemo01', { clientId: '' })],
    ['a wrong password', 4, demoConnect('dkDemo01', { password: sign('something else') })],
    ['no password', 4, demoConnect('dkDemo01', { password: '' })],
    ['an unknown device', 4, demoConnect('dkDemo01', { username: 'nobody&pkDemo01' })],
    ['a user name of another kind', 4, demoConnect('dkDemo01', { username: 'admin' })],
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
    expect(await connack(raw({ ...demoConnect('dkDemo01'), ...version }))).toBe(1)
  })

  it('tells the registry, then the commands, that a device came and went', async () => {
    const device = sdk('demo')
    await device.connected
    await soon(() => expect(broker.happened).toEqual(['cameOnline dkDemo01', 'online dkDemo01']))
    await device.end()
    await soon(() => expect(broker.happened.slice(2)).toEqual(['wentOffline dkDemo01', 'offline dkDemo01']))
  })

  it('looks at nothing that a device sends before it is online', async () => {
    const device = sdk('demo')
    // Sent in one breath with CONNECT.
    device.client.publish(
      topics.post(addresses.demo),
      JSON.stringify({ id: '9', params: { measurepoints: { temp: 1 } } }),
    )
    await soon(() => expect(broker.directory.reports).toHaveLength(1))
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

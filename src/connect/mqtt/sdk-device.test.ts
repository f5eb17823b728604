import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { methods, topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import { connectSdkDevice, type SdkDevice } from './sdk-device.test-support.ts'
import { addresses, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'

const { demo } = addresses
const id = '2500000000000000002'

let broker: TestBroker
let device: SdkDevice
beforeEach(async () => {
  broker = await startTestBroker()
  device = connectSdkDevice({ port: broker.port, device: demo, secret: secrets.device, reconnectPeriod: 50 })
  await device.connected
  await soon(() => expect(broker.happened).toContain('online dkDemo01'))
})
afterEach(async () => {
  await device.end()
  await broker.stop()
})

const arrivedAt = (topic: string) => device.arrived.filter((message) => message.topic === topic)

describe('the official Node SDK (§5.5)', () => {
  it('gets a command without having subscribed to anything, at QoS 1', async () => {
    device.onSet(() => 200)
    expect(await broker.set(demo, id, 'temp', '21.50')).toBe(true)
    await soon(() => expect(broker.replies).toEqual([{ device: 'dkDemo01', id, code: 200 }]))
    expect(device.arrived).toEqual([{ topic: topics.set(demo), payload: expect.anything(), qos: 1 }])
  })

  it('gets exactly the JSON of §5.3, with every digit of the value', async () => {
    await broker.set(demo, id, 'temp', '123456789012345678901.10')
    await soon(() => expect(device.arrived).toHaveLength(1))
    expect(String(device.arrived[0]?.payload)).toBe(
      `{"id":"${id}","version":"1.0","params":{"temp":123456789012345678901.10},"method":"thing.service.measurepoint.set"}`,
    )
  })

  it('echoes a 19-digit id with all its digits, because it is text', async () => {
    const seen: unknown[] = []
    device.onSet(({ messageId }) => {
      seen.push(messageId)
      return 2000
    })
    await broker.set(demo, '9223372036854775807', 'temp', '1')
    await soon(() => expect(broker.replies).toEqual([{ device: 'dkDemo01', id: '9223372036854775807', code: 2000 }]))
    expect(seen).toEqual(['9223372036854775807'])
  })

  it('is silent where no handler is registered', async () => {
    await broker.set(demo, id, 'temp', '1')
    await soon(() => expect(device.arrived).toHaveLength(1))
    expect(broker.replies).toEqual([])
  })

  it('swallows what bears the id of one of its own requests, which no commandId of ours does', async () => {
    device.onSet(() => 200)
    await device.post({ temp: 1 })
    await broker.set(demo, '1', 'temp', '1')
    await broker.set(demo, id, 'temp', '1')
    await soon(() => expect(broker.replies).toEqual([{ device: 'dkDemo01', id, code: 200 }]))
  })

  it('gets the reply to its request with the id unchanged', async () => {
    expect(await device.post({ temp: 1 })).toEqual({ id: '1', code: 200, data: {} })
    expect(await device.post({ temp: 2 })).toEqual({ id: '2', code: 200, data: {} })
  })

  it('never gets data that would end its process, whatever it asks', async () => {
    await device.post({ temp: 1 })
    await device.post({ nonsense: 1 })
    await device.request(topics.postBatch(demo), methods.postBatch, 'no list')
    await device.request(topics.topoAdd(demo), methods.topoAdd, [])
    await device.request(topics.topoGet(demo), methods.topoGet, {})
    await device.request(topics.login(demo), methods.login, {})
    await device.request(topics.loginBatch(demo), methods.loginBatch, null)
    await device.request(topics.logout(demo), methods.logout, { productKey: 'x', deviceKey: 'y' })
    expect(device.crashes).toEqual([])
    for (const { payload } of device.arrived) expect(JSON.parse(String(payload)).data).toBeInstanceOf(Object)
  })

  it('always gets an answer, because its promise has no end otherwise: also to what is not offered here', async () => {
    const { productKey, deviceKey } = demo
    const topic = `/sys/${productKey}/${deviceKey}/thing/event/overheated/post`
    expect(await device.request(topic, 'thing.event.overheated.post', {})).toMatchObject({ id: '1', code: 1009 })
  })

  it('gets the next command after a reconnect, and no command twice', async () => {
    device.onSet(() => 200)
    await broker.set(demo, '2500000000000000003', 'temp', '1')
    await soon(() => expect(broker.replies).toHaveLength(1))
    device.client.stream.destroy()
    await soon(() => expect(broker.happened.filter((what) => what === 'online dkDemo01')).toHaveLength(2))
    await broker.set(demo, '2500000000000000004', 'temp', '1')
    await soon(() => expect(broker.replies).toHaveLength(2))
    // It subscribed to this reply topic on the former connection, if at all.
    expect((await device.post({ temp: 1 })).code).toBe(200)
    expect(arrivedAt(topics.set(demo))).toHaveLength(2)
  })

  it('is told at each attempt that its connection is refused', async () => {
    const options = { port: broker.port, device: addresses.disabled, secret: secrets.device, reconnectPeriod: 20 }
    const refused = connectSdkDevice(options)
    let attempts = 0
    refused.client.on('reconnect', () => {
      attempts += 1
    })
    await expect(refused.connected).rejects.toThrow('Connection refused')
    await soon(() => expect(attempts).toBeGreaterThan(1))
    expect(broker.happened).not.toContain('online dkDisabled')
    await refused.end()
  })

  it('gets no command of another device', async () => {
    const other = connectSdkDevice({ port: broker.port, device: addresses.other, secret: secrets.device })
    await other.connected
    await soon(() => expect(broker.happened).toContain('online dkOther'))
    await broker.set(addresses.other, id, 'temp', '1')
    await soon(() => expect(other.arrived).toHaveLength(1))
    expect(device.arrived).toEqual([])
    await other.end()
  })
})

describe('a device that subscribes to its command topic', () => {
  it.each([
    ['by name', topics.set(demo), 1],
    ['by name at QoS 0', topics.set(demo), 0],
    ['with a wildcard', `/sys/${demo.productKey}/${demo.deviceKey}/thing/service/#`, 1],
    ['with wildcards for levels', `/sys/${demo.productKey}/${demo.deviceKey}/thing/+/+/+`, 1],
  ] as const)('%s gets each command exactly once, and never its own messages', async (_, filter, qos) => {
    device.onSet(() => 200)
    const [granted] = await device.client.subscribeAsync(filter, { qos })
    expect(granted?.qos).toBe(qos)
    const ids = Array.from({ length: 20 }, (_, at) => `25000000000000000${10 + at}`)
    for (const each of ids) await broker.set(demo, each, 'temp', '1')
    await soon(() => expect(broker.replies.map((reply) => reply.id)).toEqual(ids))
    // What arrives behind this answer would have to be an echo.
    await device.post({ temp: 1 })
    expect(arrivedAt(topics.set(demo)).map(({ payload }) => JSON.parse(String(payload)).id)).toEqual(ids)
    expect(device.arrived).toHaveLength(ids.length + 1)
    expect(device.crashes).toEqual([])
  })

  it('gets nothing from a retained message of its own, and nobody else does', async () => {
    const payload = JSON.stringify({ id: 'x', params: { temp: 1 } })
    await device.client.publishAsync(topics.set(demo), payload, { qos: 1, retain: true })
    await device.client.subscribeAsync(topics.set(demo))
    await device.post({ temp: 1 })
    expect(arrivedAt(topics.set(demo))).toEqual([])
  })
})

describe('what a device answers to a command', () => {
  const replyTopic = `${topics.set(demo)}_reply`

  it.each([
    ['no JSON', 'ok'],
    ['an empty payload', ''],
    ['a list', '[]'],
    ['null', 'null'],
  ])('is ignored where it is %s, and the connection stays', async (_, payload) => {
    await device.client.publishAsync(replyTopic, payload, { qos: 1 })
    await device.client.publishAsync(replyTopic, `{"id":"${id}","code":"200"}`, { qos: 1 })
    await soon(() => expect(broker.replies).toEqual([{ device: 'dkDemo01', id, code: 200 }]))
    expect(device.client.connected).toBe(true)
  })

  it.each([
    ['no code', '', null],
    ['a fractional code', ',"code":1.5', null],
    ['a word as code', ',"code":"done"', null],
    ['an object as code', ',"code":{"value":200}', null],
    ['more digits than a whole number has', ',"code":1e400', null],
    ['an odd message', ',"code":2041,"message":{"en":"stuck"}', 2041],
  ])('is told with %s, as its id says which command has ended', async (_, members, code) => {
    await device.client.publishAsync(replyTopic, `{"id":"${id}"${members}}`, { qos: 1 })
    await soon(() => expect(broker.replies).toEqual([{ device: 'dkDemo01', id, code }]))
  })

  it('is not taken from another device', async () => {
    const other = connectSdkDevice({ port: broker.port, device: addresses.other, secret: secrets.device })
    await other.connected
    await other.client.publishAsync(replyTopic, `{"id":"${id}","code":200}`, { qos: 1 })
    await other.post({ temp: 1 })
    expect(broker.replies).toEqual([])
    await other.end()
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import { connectSdkDevice, type SdkDevice } from './sdk-device.test-support.ts'
import { addresses, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'

const { demo, other, sub } = addresses

let broker: TestBroker
let device: SdkDevice
beforeEach(async () => {
  broker = await startTestBroker()
  device = connectSdkDevice({ port: broker.port, device: demo, secret: secrets.device })
  await device.connected
})
afterEach(async () => {
  await device.end()
  await broker.stop()
})

/** What is granted for a subscription: a QoS, or 128 for no. */
const granted = (filter: string): Promise<number> =>
  new Promise((resolve) => {
    device.client.subscribe(filter, { qos: 1 }, (_error, _granted, answer) => resolve(Number(answer?.granted[0])))
  })

describe('a device (§5.5)', () => {
  it.each([
    ['its own reply topic', `${topics.post(demo)}_reply`, 1],
    ['all of its own topics', `/sys/${demo.productKey}/${demo.deviceKey}/#`, 1],
    ['its session topics', `/ext/session/${demo.productKey}/${demo.deviceKey}/#`, 1],
    ["another device's topic", topics.set(other), 128],
    ['the topics of every device', '#', 128],
    ['the topics of every device of its product', `/sys/${demo.productKey}/+/thing/#`, 128],
    ['one level for its device', `/sys/+/${demo.deviceKey}/thing/#`, 128],
    ["the broker's own topics", '$SYS/#', 128],
    ['a shared subscription', `$share/group${topics.set(demo)}`, 128],
    ['a device whose key begins with its own', `/sys/${demo.productKey}/${demo.deviceKey}2/thing/#`, 128],
  ])('that subscribes to %s', async (_, filter, expected) => {
    expect(await granted(filter)).toBe(expected)
    expect(device.client.connected).toBe(true)
  })

  it('that reports for another device is answered 1009, keeps its connection, and changes nothing', async () => {
    const body = { id: '7', params: { measurepoints: { temp: 1 } } }
    await device.client.publishAsync(topics.post(other), JSON.stringify(body), { qos: 1 })
    await soon(() => expect(device.arrived).toHaveLength(1))
    const [answer] = device.arrived
    expect(answer?.topic).toBe(`${topics.post(other)}_reply`)
    expect(JSON.parse(String(answer?.payload))).toMatchObject({ id: '7', code: 1009, data: {} })
    expect(broker.directory.reports).toEqual([])
    expect((await device.post({ temp: 1 })).code).toBe(200)
  })

  it('cannot command another device', async () => {
    const victim = connectSdkDevice({ port: broker.port, device: other, secret: secrets.device })
    await victim.connected
    await victim.client.subscribeAsync(topics.set(other))
    const body = JSON.stringify({ id: '25', params: { temp: 1 } })
    await device.client.publishAsync(topics.set(other), body, { qos: 1 })
    await victim.post({ temp: 1 })
    expect(victim.arrived).toHaveLength(1)
    await victim.end()
  })

  it.each(['anything', '/a/b/c', '/sys/x', '$SYS/any/new/clients', `${topics.set(other)}_reply`])(
    'that publishes to %s is ignored, and keeps its connection',
    async (topic) => {
      await device.client.publishAsync(topic, '{"id":"1"}', { qos: 1 })
      expect((await device.post({ temp: 1 })).code).toBe(200)
      expect(device.arrived).toHaveLength(1)
      expect(broker.replies).toEqual([])
    },
  )

  it('does not speak for a sub-device that nobody signed in', async () => {
    const topic = topics.post(sub)
    await device.client.publishAsync(topic, '{"id":"1","params":{"measurepoints":{}}}', { qos: 1 })
    await soon(() => expect(device.arrived).toHaveLength(1))
    expect(JSON.parse(String(device.arrived[0]?.payload)).code).toBe(1009)
  })

  it('that publishes at QoS 2, which does not exist (§5.1), loses its connection', async () => {
    device.client.publish(topics.post(demo), '{}', { qos: 2 })
    await soon(() => expect(broker.happened).toContain('offline dkDemo01'))
  })
})

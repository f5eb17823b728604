import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringifyExact } from '#contract/value/exact.ts'
import { topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import { connectSdkDevice, type SdkDevice } from './sdk-device.test-support.ts'
import { addresses, command, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'

const { bytes } = addresses

let broker: TestBroker
let device: SdkDevice
beforeEach(async () => {
  broker = await startTestBroker()
  device = connectSdkDevice({ port: broker.port, device: bytes, secret: secrets.device })
  await device.connected
  await soon(() => expect(broker.happened).toContain('online dkBytes'))
})
afterEach(async () => {
  await device.end()
  await broker.stop()
})

describe('a device with a custom data format (§5.7)', () => {
  it('gets bytes, and answers in bytes', async () => {
    device.onRaw((payload) => Buffer.from([payload.readUInt8(0), 200]))
    await broker.set(bytes, '2500000000000000042', 'level', '7')
    await soon(() => expect(broker.replies).toEqual([{ device: 'dkBytes', id: 'command 42', code: 200 }]))
    expect(device.arrived.map(({ topic, payload, qos }) => [topic, [...payload], qos])).toEqual([
      [topics.downRaw(bytes), [42, 7], 1],
    ])
  })

  it.each([
    ['throws', 'temp', '1', 'threw Error: only level can be set'],
    ['returns what is no byte', 'level', '300', 'returned something that is no byte at index 1'],
  ])('gets nothing where its script %s: 11810', async (_, point, value, sentence) => {
    const encoding = broker.channel.encode(command(bytes, '2500000000000000042', point, value))
    await expect(encoding).rejects.toMatchObject({ code: 11810, message: expect.stringContaining(sentence) })
    expect(device.arrived).toEqual([])
  })

  it('reports in bytes', async () => {
    await device.client.publishAsync(topics.upRaw(bytes), Buffer.from([255, 9]), { qos: 1 })
    await soon(() => expect(broker.directory.reports).toHaveLength(1))
    expect(stringifyExact(broker.directory.reports[0]?.values.map(({ id, value }) => [id, value]))).toBe(
      '[["level",9]]',
    )
  })

  it('is ignored, and stays, where its script cannot read what it sends', async () => {
    await device.client.publishAsync(`${topics.downRaw(bytes)}_reply`, Buffer.from([1]), { qos: 1 })
    await device.client.publishAsync(topics.upRaw(bytes), Buffer.alloc(0), { qos: 1 })
    await device.client.publishAsync(`${topics.downRaw(bytes)}_reply`, Buffer.from([1, 200]), { qos: 1 })
    await soon(() => expect(broker.replies).toEqual([{ device: 'dkBytes', id: 'command 1', code: 200 }]))
    expect(broker.directory.reports).toEqual([])
  })
})

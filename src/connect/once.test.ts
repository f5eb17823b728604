import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { type DeviceAddress, topics } from '#contract/wire/topics.ts'
import { type SignedClient, signIn } from './http/signed-client.test-support.ts'
import { connectSdkDevice, type SdkDevice } from './mqtt/sdk-device.test-support.ts'
import { startSmall } from './start-connect.test-support.ts'
import type { Connect } from './start-connect.ts'

let connect: Connect
let call: SignedClient
let device: SdkDevice
beforeEach(async () => {
  connect = await startSmall()
  call = await signIn(connect.url, 'panel', 'panel-secret')
})
afterEach(async () => {
  await device.end()
  await connect.stop()
})

const heater = { address: { productKey: 'pkHeater', deviceKey: 'dk1' }, secret: 'ds1', assetId: 'h1', point: 'temp' }
const pump = { address: { productKey: 'pkPump', deviceKey: 'dk3' }, secret: 'ds3', assetId: 'p1', point: 'speed' }

const allOf = ({ productKey, deviceKey }: DeviceAddress) => `/sys/${productKey}/${deviceKey}/#`

describe('each command arrives exactly once, and in order, from HTTP to the device,', () => {
  it.each([
    ['that subscribes to nothing, as the official SDK', heater, []],
    ['that subscribes to its command topic', pump, [topics.set(pump.address)]],
    ['that subscribes to all of its topics, twice over', heater, [allOf(heater.address), topics.set(heater.address)]],
  ])('at a device %s', async (_, { address, secret, assetId, point }, filters) => {
    const set = async (value: number, pendingTtl: number): Promise<string> => {
      const { json } = await call(
        'setMeasurepoint',
        { assetId, measurepointId: point, pendingTtl },
        `{"value":${value}}`,
      )
      expect(json.code).toEqual(new ExactNumber('0'))
      return Object(json.data).commandId
    }
    const sent: string[] = []
    for (const value of [6, 7, 8]) sent.push(await set(value, 600))
    const port = Number(new URL(connect.mqttUrl).port)
    device = connectSdkDevice({ port, device: address, secret })
    device.onSet(() => 200)
    await device.connected
    for (const filter of filters) await device.client.subscribeAsync(filter, { qos: 1 })
    for (const value of [9, 10, 11]) sent.push(await set(value, 0), await set(value, 600))

    const succeeded = async () =>
      Object((await call('searchCommand', { assetId }, '{"expression":"state = 5"}')).json.data).length
    await expect.poll(succeeded).toBe(sent.length)

    // Also over a connection that was lost in between.
    device.client.stream.destroy()
    await expect.poll(async () => Object((await call('getDevice', { assetId })).json.data).status).toBe('offline')
    for (const value of [12, 13]) sent.push(await set(value, 600))
    device.client.reconnect()
    await expect.poll(succeeded).toBe(sent.length)
    // What arrived twice would stand before the answer to this report.
    expect((await device.post({ [point]: 6 })).code).toBe(200)
    const arrived = device.arrived.filter(({ topic }) => topic === topics.set(address))
    expect(arrived.map(({ payload }) => JSON.parse(String(payload)).id)).toEqual(sent)
    expect(device.arrived).toHaveLength(sent.length + 1)
  })
})

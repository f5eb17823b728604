import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { replyTopic, topics } from '#contract/wire/topics.ts'
import { type FleetInput, named, smallFleet } from './fleet-file/small-fleet.test-support.ts'
import { type SignedClient, signIn } from './http/signed-client.test-support.ts'
import { connectSdkDevice, type SdkDevice } from './mqtt/sdk-device.test-support.ts'
import { startSmall } from './start-connect.test-support.ts'
import type { Connect } from './start-connect.ts'

/** The small fleet with a doser whose own bytes hold no speed above 255. */
function fleet(): FleetInput {
  const small = smallFleet()
  const doser = { productKey: 'pkDoser', productName: named('Doser'), modelId: 'Pump', productType: 'Device' } as const
  const script = 'function jsonStrToRawData(s) { return [JSON.parse(s).params.speed] }'
  const device = { productKey: 'pkDoser', deviceKey: 'dk4', deviceSecret: 'ds4', assetId: 'd1', timezone: 'UTC' }
  return {
    ...small,
    products: [...small.products, { ...doser, dataFormat: 'Custom', script }],
    devices: [...small.devices, { ...device, deviceName: named('Doser') }],
  }
}

let connect: Connect
let panel: SignedClient
let reader: SignedClient
let devices: SdkDevice[]
beforeEach(async () => {
  connect = await startSmall(undefined, fleet())
  panel = await signIn(connect.url, 'panel', 'panel-secret')
  reader = await signIn(connect.url, 'reader', 'reader-secret')
  devices = []
})
afterEach(async () => {
  for (const device of devices) await device.end()
  await connect.stop()
})

const statusOf = async (assetId: string) => Object((await panel('getDevice', { assetId })).json.data).status

/** Online for EnOS, answering every set with `code`; undefined: with nothing. */
async function online(assetId: 'h1' | 'd1', code?: number): Promise<SdkDevice> {
  const own = { h1: ['pkHeater', 'dk1', 'ds1'], d1: ['pkDoser', 'dk4', 'ds4'] } as const
  const [productKey, deviceKey, secret] = own[assetId]
  const port = Number(new URL(connect.mqttUrl).port)
  const device = connectSdkDevice({ port, device: { productKey, deviceKey }, secret })
  devices.push(device)
  device.onSet(() => code)
  await expect.poll(() => statusOf(assetId)).toBe('online')
  return device
}

type Query = Record<string, string | number>
const heater = { assetId: 'h1', measurepointId: 'temp' }
const set = (query: Query = {}, value = '21.50', call = panel) =>
  call('setMeasurepoint', { ...heater, ...query }, `{"value":${value}}`)
const cached = { pendingTtl: 600 }

async function gone() {
  const device = await online('h1')
  await device.end()
  await expect.poll(() => statusOf('h1')).toBe('offline')
  return set()
}
async function behindAnother() {
  const device = await online('h1')
  const first = await set({ ...cached, timeout: 60 })
  await expect.poll(() => device.arrived.length).toBe(1)
  const answer = await set({ timeout: 1 })
  const { commandId: id } = Object(first.json.data)
  const topic = replyTopic(topics.set({ productKey: 'pkHeater', deviceKey: 'dk1' }))
  await device.client.publishAsync(topic, JSON.stringify({ id, code: 200, data: {} }), { qos: 1 })
  return answer
}
async function fullQueue() {
  await Promise.all(Array.from({ length: 50 }, () => set(cached)))
  return set(cached)
}
const after = async (ready: Promise<unknown>, call: () => ReturnType<typeof set>) => {
  await ready
  return call()
}

/** Code → its reason, what brings it about, `msg`, and the state of the command that was stored; null: none was. */
const codes: [code: number, reason: string, call: () => ReturnType<typeof set>, msg: string, state: number | null][] = [
  [0, 'the device confirms', () => after(online('h1', 200), set), 'Success', 5],
  [11900, 'the device has gone', gone, 'The device is offline: the command is not sent', 6],
  [11888, 'the device was never there', set, 'The device was never activated: the command is not sent', 6],
  [
    11904,
    'another command is still being answered',
    behindAnother,
    'Command is not sent: its turn did not come within 1 s',
    6,
  ],
  [
    11915,
    'the device says nothing',
    () => after(online('h1'), () => set({ timeout: 1 })),
    'Command is sent, but the device did not answer within 1 s',
    7,
  ],
  [11902, '50 commands wait already', fullQueue, '50 commands wait for this device already: nothing is stored', null],
  [
    11810,
    'the script makes no bytes of the value',
    () => after(online('d1'), () => set({ assetId: 'd1', measurepointId: 'speed' }, '256')),
    'the data parsing script of product pkDoser: jsonStrToRawData returned something that is no byte at index 0',
    6,
  ],
  [11404, 'the timeout is above 60 s', () => set({ timeout: 61 }), 'Invalid timeout value', null],
  [
    99400,
    'the value does not fit the model',
    () => set({}, '"warm"'),
    'Invalid Argument value: Must be a number[^"]*',
    null,
  ],
  [99403, 'the application may not control assets', () => set({}, '6', reader), 'Denied resource: Asset Control', null],
  [
    99404,
    'the model has no such point',
    () => set({ measurepointId: 'x' }),
    'Not Found measurepoint x in the thing model Heater',
    null,
  ],
  [2041, 'the device refuses with its own code', () => after(online('h1', 2041), set), 'Device returned error 2041', 6],
]

describe('setting a point, over signed HTTP and MQTT', () => {
  it.each(codes)('answers %i where %s, in the core spec’s shape', async (code, _reason, call, msg, state) => {
    const { status, text, json } = await call()
    const data = state === null ? 'null' : String.raw`\{"commandId":"(\d{19})"\}`
    const shape = `^\\{"code":${code},"msg":"${msg}","submsg":null,"requestId":"[0-9a-f]{32}","data":${data}\\}$`
    expect(text).toMatch(new RegExp(shape))
    expect(status).toBe(200)
    if (state === null) return
    const { commandId } = Object(json.data)
    const { assetId = 'h1' } = code === 11810 ? { assetId: 'd1' } : {}
    const command = (await panel('getCommand', { assetId, commandId })).json.data
    const resultCode = code === 0 ? null : new ExactNumber(String(code))
    expect(command).toMatchObject({ commandId, state: new ExactNumber(String(state)), resultCode })
  })
})

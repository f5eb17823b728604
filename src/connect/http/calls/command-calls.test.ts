import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endpoints } from '#contract/enos/endpoints.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { connectHeater, startSmall } from '../../start-connect.test-support.ts'
import type { Connect } from '../../start-connect.ts'
import { type HttpAnswer, type SignedClient, signIn } from '../signed-client.test-support.ts'

let connect: Connect
let call: SignedClient
const ends: (() => unknown)[] = []
beforeEach(async () => {
  connect = await startSmall()
  call = await signIn(connect.url, 'panel', 'panel-secret')
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await connect.stop()
})

const number = (value: number) => new ExactNumber(String(value))
const failure = (code: number, msg: string) => ({ code: number(code), msg: expect.stringContaining(msg) })
const heater = { assetId: 'h1' }
const commandIdOf = ({ json }: HttpAnswer): string => Object(json.data).commandId
const set = (value: string, query: Record<string, string | number> = {}) =>
  call('setMeasurepoint', { ...heater, measurepointId: 'temp', ...query }, `{"value":${value}}`)
const search = async (body: object = {}) => (await call('searchCommand', heater, JSON.stringify(body))).json

describe('setting a point', () => {
  it.each<[Record<string, string | number>, string, number, string]>([
    [{ measurepointId: 'x' }, '{"value":1}', 99404, 'Not Found measurepoint x in the thing model Heater'],
    [{ measurepointId: 'toString' }, '{"value":1}', 99404, 'Not Found measurepoint toString'],
    [{ measurepointId: 'power' }, '{"value":1}', 99400, 'Invalid Argument measurepointId: power is not writable'],
    [{ measurepointId: '' }, '{"value":1}', 99400, 'Invalid Argument measurepointId: measurepointId must not be empty'],
    [{}, '{"value":31}', 99400, 'Invalid Argument value: '],
    [{}, '{"value":"warm"}', 99400, 'Invalid Argument value: '],
    [{ measurepointId: 'mode' }, '{"value":2}', 99400, 'Invalid Argument value: '],
    [{ measurepointId: 'limits' }, '{"value":{"low":1.5}}', 99400, 'Invalid Argument value.low: '],
    [{}, '{}', 99400, 'Invalid Argument value: value is missing'],
    [{}, '', 99400, 'Invalid Argument value: value is missing'],
    [{}, '{"value":', 99400, 'Invalid Argument body: '],
    [{ pendingTtl: 172_801 }, '{"value":6}', 99400, 'Invalid Argument pendingTtl: pendingTtl must be at most 172800'],
    [{ pendingTtl: -1 }, '{"value":6}', 99400, 'Invalid Argument pendingTtl: pendingTtl must be at least 0'],
    [{ pendingTtl: '1.5' }, '{"value":6}', 99400, 'Invalid Argument pendingTtl: pendingTtl must be an integer'],
    [{ timeout: 0 }, '{"value":6}', 11404, 'Invalid timeout value'],
    [{ timeout: 61 }, '{"value":6}', 11404, 'Invalid timeout value'],
    [{ timeout: 'soon' }, '{"value":6}', 11404, 'Invalid timeout value'],
    [{ timeout: '' }, '{"value":6}', 11404, 'Invalid timeout value'],
  ])('with %j and %s is refused before anything is stored', async (query, body, code, msg) => {
    const { json, status } = await call('setMeasurepoint', { ...heater, measurepointId: 'temp', ...query }, body)
    expect(status).toBe(200)
    expect(json).toMatchObject({ ...failure(code, msg), data: null })
    expect((await search()).data).toEqual([])
  })

  it.each<Record<string, string | number>>([
    { pendingTtl: 172_800 },
    { pendingTtl: '1' },
    { pendingTtl: 600, timeout: 60 },
    { pendingTtl: 600, timeout: 1 },
  ])('with %j is taken: the limits belong to the range', async (query) => {
    expect((await set('6', query)).json.code).toEqual(number(0))
  })

  it('of a device that was never there is 11888, of one that is gone 11900, each with its command', async () => {
    const inactive = await set('6')
    expect(inactive.json).toMatchObject(failure(11888, 'never activated'))
    const device = await connectHeater(connect.mqttUrl)
    await device.client.endAsync()
    const status = async () => Object((await call('getDevice', heater)).json.data).status
    await expect.poll(status).toBe('offline')
    const offline = await set('6')
    expect(offline.json).toMatchObject(failure(11900, 'offline'))
    const command = await call('getCommand', { ...heater, commandId: commandIdOf(offline) })
    expect(command.json.data).toMatchObject({ state: number(6), resultCode: number(11900) })
  })

  it('that the device refuses is answered with its own code, and kept as state 6', async () => {
    const device = await connectHeater(connect.mqttUrl, { code: 2001 })
    ends.push(() => device.client.endAsync(true))
    const answer = await set('6')
    expect(answer.json.code).toEqual(number(2001))
    const command = await call('getCommand', { ...heater, commandId: commandIdOf(answer) })
    expect(command.json.data).toMatchObject({ state: number(6), resultCode: number(2001) })
  })

  it('without a reply in time is 11915', async () => {
    const device = await connectHeater(connect.mqttUrl, { code: null })
    ends.push(() => device.client.endAsync(true))
    const answer = await set('6', { timeout: 1 })
    expect(answer.json).toMatchObject(failure(11915, 'did not answer within 1 s'))
    expect(device.received).toHaveLength(1)
  })
})

describe('a command', () => {
  it('is written with every field of §2.1, its value bare and exact, its time also on the device’s clock', async () => {
    const commandId = commandIdOf(await set('21.50', { pendingTtl: 600, timeout: 20 }))
    const { json, text } = await call('getCommand', { ...heater, commandId })
    expect(endpoints.getCommand.data.safeParse(json.data).error).toBeUndefined()
    expect(json.data).toMatchObject({
      commandId: expect.stringMatching(/^\d{19}$/),
      orgId: 'o1',
      productKey: 'pkHeater',
      deviceKey: 'dk1',
      assetId: 'h1',
      commandType: number(1),
      commandName: { defaultValue: 'Point temp' },
      timeout: number(20),
      pendingTtl: number(600),
      state: number(1),
      tslIdentifier: 'temp',
      outputData: null,
      resultCode: null,
      sentTime: null,
      endTime: null,
    })
    expect(text).toContain('"inputData":21.50,')
    const { createTime, createLocaltime } = Object(json.data)
    const local = new Date(Number(createTime.value) + 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
    expect(createLocaltime).toBe(local)
  })

  it('is found only at its own device', async () => {
    const commandId = commandIdOf(await set('6', { pendingTtl: 600 }))
    expect((await call('getCommand', { assetId: 'p1', commandId })).json.code).toEqual(number(99404))
    expect((await call('getCommand', { ...heater, commandId: '1' })).json.code).toEqual(number(99404))
    expect((await call('getCommand', heater)).json).toMatchObject(
      failure(99400, 'Invalid Argument commandId: commandId is missing'),
    )
  })

  it('is cancelled alone or with all that wait, and shown as it is then', async () => {
    const ids = [
      await set('6', { pendingTtl: 600 }),
      await set('7', { pendingTtl: 600 }),
      await set('8', { pendingTtl: 600 }),
    ]
    const [first, second, third] = ids.map(commandIdOf)
    const one = await call('cancelCommand', { ...heater, commandId: first ?? '' })
    expect(one.json.data).toMatchObject([{ commandId: first, state: number(2) }])
    const again = await call('cancelCommand', { ...heater, commandId: first ?? '' })
    expect(again.json).toMatchObject(failure(99400, 'Invalid Argument commandId'))
    const rest = await call('cancelCommand', heater)
    expect(rest.json.data).toMatchObject([{ commandId: second }, { commandId: third }])
    expect((await call('cancelCommand', heater)).json.data).toEqual([])
  })
})

describe('a search of commands (§2.2)', () => {
  const idsOf = (json: HttpAnswer['json']) =>
    (Array.isArray(json.data) ? json.data : []).map((one) => Object(one).commandId)
  let ids: string[]
  beforeEach(async () => {
    ids = []
    for (const value of ['6', '7', '8']) ids.unshift(commandIdOf(await set(value, { pendingTtl: 600 })))
    await call('cancelCommand', { ...heater, commandId: ids[0] ?? '' })
  })

  it('gives the newest first, 100 to a page', async () => {
    const json = await search()
    expect(idsOf(json)).toEqual(ids)
    expect(json.pagination).toEqual({
      pageNo: number(1),
      pageSize: number(100),
      totalSize: number(3),
      sortedBy: [{ field: 'createDate', order: 'DESC' }],
    })
    expect(idsOf(await search({ pagination: { pageNo: 2, pageSize: 2 } }))).toEqual(ids.slice(2))
  })

  it('knows state, name and creation on the device’s clock', async () => {
    expect(idsOf(await search({ expression: 'state = 2' }))).toEqual(ids.slice(0, 1))
    expect(idsOf(await search({ expression: "state = '1' and commandName.default like 'TEMP'" }))).toEqual(ids.slice(1))
    expect(idsOf(await search({ expression: "commandName.en_US like 'mode'" }))).toEqual([])
    const { data } = await search()
    const { createLocaltime } = Object(Array.isArray(data) ? data[0] : data)
    const within = async (condition: string) => idsOf(await search({ expression: `createTime ${condition}` }))
    expect(await within(`<= '${createLocaltime}'`)).toEqual(ids)
    expect(await within(`= '${createLocaltime}'`)).toContain(ids[0])
    expect(await within(`> '${createLocaltime}'`)).toEqual([])
    expect(await within(`>= '${createLocaltime}'`)).toContain(ids[0])
    expect(await within("< '2020-01-01 00:00:00'")).toEqual([])
  })

  it('shows only the fields of a projection', async () => {
    const { data } = await search({ projection: ['commandId', 'commandName.defaultValue'], expression: 'state = 2' })
    expect(data).toEqual([{ commandId: ids[0], commandName: { defaultValue: 'Point temp' } }])
  })

  it.each([
    ['state > 1', 'state cannot be compared with >; use ='],
    ['state = 9', 'state must be from 1 to 7, not 9'],
    ['state = 1 or state = 2', 'conditions on commands can only be joined by and'],
    ['state = 1 and state = 2', 'state may stand there once'],
    ["commandName = 'x'", 'commandName cannot be compared with =; use like'],
    ["createTime != '2020-01-01 00:00:00'", 'createTime cannot be compared with !='],
    ["createTime > '1700000000000'", "createTime must be 'YYYY-MM-DD HH:mm:ss'"],
    ["timeout = '1'", 'timeout cannot be searched'],
    ['state =', 'expected a quoted text or a number'],
  ])('refuses %s', async (expression, msg) => {
    expect(await search({ expression })).toMatchObject(failure(99400, `Invalid Argument expression: ${msg}`))
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import { type ExactJson, ExactNumber } from '#contract/value/exact.ts'
import { connectHeater, startSmall } from '../../start-connect.test-support.ts'
import type { Connect } from '../../start-connect.ts'
import { type SignedClient, signIn } from '../signed-client.test-support.ts'

let connect: Connect
let call: SignedClient
let limited: SignedClient
beforeAll(async () => {
  connect = await startSmall()
  call = await signIn(connect.url, 'panel', 'panel-secret')
  limited = await signIn(connect.url, 'limited', 'limited-secret')
})
afterAll(() => connect.stop())

const number = (value: number) => new ExactNumber(String(value))
const failure = (code: number, msg: string) => ({ code: number(code), msg: expect.stringContaining(msg), data: null })
const page = (totalSize: number, pageSize: number, pageNo = 1) => ({
  pageNo: number(pageNo),
  pageSize: number(pageSize),
  totalSize: number(totalSize),
  sortedBy: null,
})
const list = (value: ExactJson | undefined): ExactJson[] => (Array.isArray(value) ? value : [])
const member = (value: ExactJson, name: string): unknown => Object(value)[name]

type Query = Record<string, string | number>
async function search(name: EndpointName, body: object = {}, query: Query = {}, client = call) {
  const { json } = await client(name, query, JSON.stringify(body))
  return json
}
const keys = (json: { data?: ExactJson }, name: string) => list(json.data).map((one) => member(one, name))

describe('every answer', () => {
  it.each<[EndpointName, Query, string]>([
    ['getDevice', { assetId: 'h1' }, ''],
    ['searchDevice', {}, '{}'],
    ['getAsset', { assetId: 'site' }, ''],
    ['searchAsset', {}, '{}'],
    ['searchRelatedAsset', { treeId: 'plant' }, '{}'],
    ['getThingModel', { modelId: 'Heater' }, ''],
    ['searchThingModel', {}, '{}'],
    ['queryLatest', { assetId: 'h1' }, '{}'],
    [
      'getRawData',
      {},
      '{"assetIds":"h1","pointIds":"temp","startTime":"2026-01-01T00:00:00Z","endTime":"2026-01-02T00:00:00Z"}',
    ],
    ['searchCommand', { assetId: 'h1' }, '{}'],
  ])('of %s is what the endpoint table says', async (name, query, body) => {
    const { json } = await call(name, query, body)
    expect(json.code).toEqual(number(0))
    expect(endpoints[name].data.safeParse(json.data).error).toBeUndefined()
  })
})

describe('devices (§3.2)', () => {
  it('are told by assetId, by both keys, or by all three', async () => {
    const byKeys = await call('getDevice', { productKey: 'pkHeater', deviceKey: 'dk1' })
    expect(byKeys.json.data).toMatchObject({
      orgId: 'o1',
      assetId: 'h1',
      modelId: 'Heater',
      modelIdPath: '/Thing/Heater',
      productType: 'Device',
      dataFormat: 'Json',
      deviceName: { defaultValue: 'Heater 1', i18nValue: { zh_CN: '加热器1' } },
      timezone: '+01:00',
      status: 'inactive',
      deviceTags: { site: 'North' },
      activeTime: number(0),
      measurepointLastUpdate: null,
    })
    expect((await call('getDevice', { assetId: 'h1' })).json.data).toEqual(byKeys.json.data)
    const all = await call('getDevice', { assetId: 'h1', productKey: 'pkHeater', deviceKey: 'dk1' })
    expect(all.json.data).toEqual(byKeys.json.data)
  })

  it('never show their secret', async () => {
    const { text } = await call('searchDevice', {}, '{}')
    expect(text).toContain('dk1')
    expect(text).not.toMatch(/secret|ds1/i)
  })

  it.each<[Query, number, string]>([
    [{}, 99400, 'Invalid Argument assetId: either assetId or productKey and deviceKey together must be given'],
    [{ productKey: 'pkHeater' }, 99400, 'Invalid Argument assetId: '],
    [{ assetId: 'h1', deviceKey: 'dk1' }, 99400, 'Invalid Argument assetId: '],
    [{ assetId: 'nobody' }, 99404, 'Not Found device with assetId nobody'],
    [{ assetId: 'site' }, 99404, 'Not Found device with assetId site'],
    [{ productKey: 'pkHeater', deviceKey: 'x' }, 99404, 'Not Found device with productKey pkHeater and deviceKey x'],
    [
      { assetId: 'h2', productKey: 'pkHeater', deviceKey: 'dk1' },
      99400,
      'Invalid Argument assetId: assetId and productKey',
    ],
  ])('named by %j are refused', async (query, code, msg) => {
    expect((await call('getDevice', query)).json).toMatchObject(failure(code, msg))
  })

  it.each([
    ["deviceKey = 'dk1'", ['dk1']],
    ["deviceKey in ('dk1', 'dk3')", ['dk1', 'dk3']],
    ["deviceName.zh_CN like '加热'", ['dk1']],
    ["deviceName like 'heater'", ['dk1', 'dk2']],
    ["productType = 'Gateway'", ['dk3']],
    ["status = 'disable' or status = 'online'", ['dk2']],
    ["status = 'disabled'", ['dk2']],
    ["not exists(deviceTags.site) and modelId = 'Heater'", ['dk2']],
    ["deviceTags.site = 'North'", ['dk1']],
    ["deviceAttributes.room = 'Lab' or assetId = 'p1'", ['dk3']],
  ])('are found by %s', async (expression, deviceKeys) => {
    expect(keys(await search('searchDevice', { expression }), 'deviceKey')).toEqual(deviceKeys)
  })

  it('come by pages of 10 unless asked for, and of 200 at most', async () => {
    expect((await search('searchDevice')).pagination).toEqual(page(3, 10))
    const second = await search('searchDevice', { pagination: { pageNo: 2, pageSize: 2 } })
    expect(keys(second, 'deviceKey')).toEqual(['dk3'])
    expect(second.pagination).toEqual(page(3, 2, 2))
    expect((await search('searchDevice', { pagination: { pageNo: 9 } })).data).toEqual([])
    expect(await search('searchDevice', { pagination: { pageSize: 201 } })).toMatchObject(
      failure(99400, 'Invalid Argument pagination.pageSize: pagination.pageSize must be at most 200'),
    )
  })

  it('show only the fields of a projection', async () => {
    const body = { projection: ['deviceKey', 'deviceName.defaultValue'], expression: "deviceKey = 'dk1'" }
    expect((await search('searchDevice', body)).data).toEqual([
      { deviceKey: 'dk1', deviceName: { defaultValue: 'Heater 1' } },
    ])
  })

  it('beyond the reach of an application are hidden from its searches and denied by name', async () => {
    expect(keys(await search('searchDevice', {}, {}, limited), 'deviceKey')).toEqual(['dk1', 'dk2'])
    const denied = failure(99403, 'Denied resource: Device Read of asset p1')
    expect((await limited('getDevice', { assetId: 'p1' })).json).toMatchObject(denied)
    expect((await limited('queryLatest', { assetId: 'p1' }, '{}')).json).toMatchObject(denied)
    expect(
      (await limited('setMeasurepoint', { assetId: 'p1', measurepointId: 'speed' }, '{"value":1}')).json,
    ).toMatchObject(failure(99403, 'Denied resource: Asset Control of asset p1'))
  })
})

describe('assets (§3.1)', () => {
  it('are devices and logical ones', async () => {
    expect((await call('getAsset', { assetId: 'h1' })).json.data).toMatchObject({ label: '0', tags: { site: 'North' } })
    expect((await call('getAsset', { assetId: 'site' })).json.data).toMatchObject({ label: '1', modelId: null })
    expect((await call('getAsset', { assetId: 'x' })).json).toMatchObject(failure(99404, 'Not Found asset x'))
    expect((await limited('getAsset', { assetId: 'site' })).json).toMatchObject(
      failure(99403, 'Denied resource: Asset Read of asset site'),
    )
  })

  it.each([
    ["assetIds in ('h1', 'p1')", ['h1', 'p1']],
    ["rootModelId = 'Thing'", ['h1', 'h2']],
    ["name.zh_CN like '场'", ['site']],
    ["deviceKey like 'K2'", ['h2']],
    ["tags.site = 'North'", ['h1']],
    ["treeId = 'plant' and not exists(tags.site) and name like 'h'", ['h2', 'hall']],
    ['createTime >= 1', ['h1', 'h2', 'p1']],
    ["attributes.room = 'Lab'", []],
  ])('are found by %s', async (expression, assetIds) => {
    const json = await search('searchAsset', { expression })
    expect(keys(json, 'assetId')).toEqual(assetIds)
    expect(json.pagination).toEqual(page(assetIds.length, 100))
  })

  it.each<[object, string[]]>([
    [{}, ['site', 'hall', 'h1', 'h2', 'p1']],
    [{ isChildOfAssetId: '' }, ['site']],
    [{ isChildOfAssetId: 'site' }, ['hall', 'p1']],
    [{ isParentOfAssetId: 'h1' }, ['hall']],
    [{ isParentOfAssetId: 'site' }, []],
    [{ isAncestorOfAssetId: 'h1' }, ['site', 'hall']],
    [{ isDescendantOfAssetId: 'hall' }, ['h1', 'h2']],
    [{ isDescendantOfAssetId: 'site', modelIds: ['Heater'], nameLike: { locale: 'zh_CN', value: '加热' } }, ['h1']],
    [{ rootModelIds: ['Thing'], assetIds: ['h2', 'p1'] }, ['h2']],
  ])('of a tree are found by %j', async (filter, assetIds) => {
    expect(keys(await search('searchRelatedAsset', { filter }, { treeId: 'plant' }), 'assetId')).toEqual(assetIds)
  })

  it('of a tree are hidden where the application does not reach', async () => {
    expect(keys(await search('searchRelatedAsset', {}, { treeId: 'plant' }, limited), 'assetId')).toEqual([
      'hall',
      'h1',
      'h2',
    ])
    expect(keys(await search('searchAsset', {}, {}, limited), 'assetId')).toEqual(['h1', 'h2', 'hall'])
  })

  it('refuse an unknown tree, an asset outside of it, and two relations at once', async () => {
    const related = (filter: object, treeId = 'plant') => search('searchRelatedAsset', { filter }, { treeId })
    expect(await related({}, 'x')).toMatchObject(failure(17404, 'asset tree x'))
    expect(await related({ isChildOfAssetId: 'x' })).toMatchObject(
      failure(99404, 'Not Found asset x in the asset tree plant'),
    )
    expect(await related({ isChildOfAssetId: 'site', isParentOfAssetId: 'h1' })).toMatchObject(
      failure(99400, 'Invalid Argument filter.isChildOfAssetId: only one relation may be given'),
    )
  })
})

describe('thing models (§3.3)', () => {
  it('are given whole, with every field and exact limits', async () => {
    const { json } = await call('getThingModel', { modelId: 'Heater' })
    expect(json.data).toMatchObject({
      orgId: 'o1',
      modelIdPath: '/Thing/Heater',
      tags: { kind: 'heat' },
      services: {},
      measurepoints: {
        temp: { dataType: 'DOUBLE', minimum: number(5), maximum: number(30), hasQuality: false, stdElementId: null },
        power: { isWritable: false, hasQuality: true },
        mode: { dataDefinition: { enumType: 'INT', enumDesc: { 1: { defaultValue: 'heat' } } } },
      },
    })
  })

  it('of others are public: within scope 1, which is the default, and not within 0', async () => {
    expect(keys(await search('searchThingModel'), 'modelId')).toEqual(['Heater', 'Pump'])
    expect(keys(await search('searchThingModel', {}, { scope: 0 }), 'modelId')).toEqual(['Heater'])
    expect((await call('getThingModel', { modelId: 'Pump', scope: 1 })).json.code).toEqual(number(0))
    expect((await call('getThingModel', { modelId: 'Pump', scope: 0 })).json).toMatchObject(
      failure(99404, 'Not Found thing model Pump'),
    )
  })

  it('are found by modelId and tags', async () => {
    const found = async (expression: string) => keys(await search('searchThingModel', { expression }), 'modelId')
    expect(await found("modelId in ('Pump', 'x')")).toEqual(['Pump'])
    expect(await found("tags.kind = 'heat'")).toEqual(['Heater'])
  })
})

describe('latest values (§3.4)', () => {
  it('are all, or those asked for; with quality where the point has one', async () => {
    const device = await connectHeater(connect.mqttUrl)
    const power = { value: number(3), quality: number(9) }
    await device.report({ temp: new ExactNumber('21.50'), power, mode: number(1) }, 1_700_000_000_000)
    await device.client.endAsync()
    const latest = async (body: object) => (await search('queryLatest', body, { assetId: 'h1' })).data
    await expect
      .poll(() => latest({}))
      .toEqual([
        { id: 'temp', time: '1700000000000', value: new ExactNumber('21.50') },
        { id: 'power', time: '1700000000000', value: number(3), quality: number(9) },
        { id: 'mode', time: '1700000000000', value: number(1) },
      ])
    expect(await latest({ measurepointIds: ['mode', 'x'] })).toEqual([
      { id: 'mode', time: '1700000000000', value: number(1) },
    ])
    expect((await call('getDevice', { assetId: 'h1' })).json.data).toMatchObject({
      measurepointLastUpdate: number(1_700_000_000_000),
    })
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import type { EndpointName } from '#contract/enos/endpoints.ts'
import { failures } from '#contract/enos/failures.ts'
import { commandIdOf, startPlantGateway, treeId } from '../plant-gateway.suite.ts'
import { envelope, text } from '../scripted-gateway.suite.ts'
import { startLookUps } from './limited-app.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(options?: Parameters<typeof startPlantGateway>[0]) {
  const gateway = await startPlantGateway(options)
  const lookUps = await startLookUps(gateway.address)
  stops.push(gateway.stop, lookUps.stop)
  return { gateway, ...lookUps }
}

const ids = ({ json }: { json: { data: { assetId: string }[] } }) => json.data.map(({ assetId }) => assetId)
const outside = { status: 403, json: { code: failures.outsidePlaces.code, data: null } }
const unknown = { status: 502, json: { code: failures.targetUnknown.code, data: null } }

/** Calls about one device, with the rest of their query and body. */
const aboutOne: [EndpointName, Record<string, string>, object?][] = [
  ['getDevice', {}],
  ['queryLatest', {}, {}],
  ['getCommand', { commandId: commandIdOf('h1') }],
  ['searchCommand', {}, {}],
  ['cancelCommand', {}],
]
/** Values over time are asked for by asset alone, in the body. */
const rawData = { assetIds: 'h1', pointIds: 'p', startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-02T00:00:00Z' }
const keys = (assetId: string) => ({ productKey: 'pk', deviceKey: `dk-${assetId}` })

describe('a person without limits', () => {
  it('gets every answer as it came, and asks the gateway nothing more', async () => {
    const { gateway, call } = await start()
    for (const [name, more, body] of aboutOne) {
      expect((await call(name, '', { assetId: 's1', ...more }, body)).json.code).toBe(0)
    }
    const { text: told } = await call('searchAsset', '', {}, {})
    expect(told).toContain('"big":12345678901234567890')
    expect(gateway.received.map(({ action }) => action)).toEqual([
      ...['token', 'get', 'queryLatest', 'get', 'search', 'cancel', 'searchAsset'],
    ])
    expect(gateway.calls('searchAsset')[0]?.body).toBe('{}')
  })
})

describe('the secret of a device', () => {
  it.each([
    ['getDevice', { assetId: 'h1' }, undefined, '{"assetId":"h1","big":1.50}'],
    ['searchDevice', {}, {}, '[{"assetId":"h1","big":1.50}]'],
  ] as const)('is left out of the answer to %s, whoever asks', async (name, query, body, data) => {
    const { gateway, call } = await start()
    const secret = text(`{"code":0,"data":${data.replace('"big"', '"deviceSecret":"s","big"')}}`)
    gateway.scripts.get = secret
    gateway.scripts.search = secret
    for (const places of ['', 'h1'])
      expect((await call(name, places, query, body)).text).toBe(`{"code":0,"data":${data}}`)
  })

  it('is no reason to touch a value that is called so', async () => {
    const { gateway, call } = await start()
    const answer = '{"code":0, "data":[{"id":"p","time":1,"value":{"deviceSecret":1.0}}]}'
    gateway.scripts.queryLatest = text(answer)
    expect((await call('queryLatest', 'h1', { assetId: 'h1' }, {})).text).toBe(answer)
  })
})

describe('a person with some places', () => {
  it.each(aboutOne)('gets %s of a device within, and of no other', async (name, more, body) => {
    const { gateway, call } = await start()
    for (const place of ['h1', 'hall', 'north', 's1,north']) {
      expect(await call(name, place, { assetId: 'h1', ...more }, body)).toMatchObject({
        status: 200,
        json: { code: 0 },
      })
    }
    expect(await call(name, 'north', { ...keys('h1'), ...more }, body)).toMatchObject({ json: { code: 0 } })
    const before = gateway.calls(name === 'cancelCommand' ? 'cancel' : 'queryLatest').length
    expect(await call(name, 'south', { assetId: 'h1', ...more }, body)).toMatchObject(outside)
    expect(await call(name, 'south', { ...keys('h1'), ...more }, body)).toMatchObject(outside)
    // Which of two names counts is the gateway's choice.
    expect(await call(name, 'south', { assetId: 's1', ...keys('h1'), ...more }, body)).toMatchObject(outside)
    expect(await call(name, 'south', { assetId: 'h1', ...keys('s1'), ...more }, body)).toMatchObject(outside)
    expect(gateway.calls(name === 'cancelCommand' ? 'cancel' : 'queryLatest')).toHaveLength(before)
  })

  it('cannot tell a device that does not exist from one outside', async () => {
    const { call } = await start()
    const [gone, other] = [await call('getDevice', 'south', keys('x')), await call('getDevice', 'south', keys('h1'))]
    expect(gone).toMatchObject(outside)
    expect(gone.json.msg).toBe(other.json.msg)
    expect((await call('getAsset', 'south', { assetId: 'x' })).json.msg).toBe(other.json.msg)
  })

  it('gets an asset within, and no other', async () => {
    const { call } = await start()
    expect(await call('getAsset', 'north', { assetId: 'hall' })).toMatchObject({ json: { data: { assetId: 'hall' } } })
    expect(await call('getAsset', 'hall', { assetId: 'north' })).toMatchObject(outside)
  })

  it('gets values over time of what is within, and asks for no other', async () => {
    const { gateway, call } = await start()
    const asked = (assetIds: string) => ({ ...rawData, assetIds })
    expect(await call('getRawData', 'north', {}, asked('h1,h2'))).toMatchObject({ status: 200, json: { code: 0 } })
    const before = gateway.calls('').length
    expect(await call('getRawData', 'south', {}, asked('h1'))).toMatchObject(outside)
    expect(await call('getRawData', 'north', {}, asked('h1,s1'))).toMatchObject(outside)
    expect(await call('getRawData', 'north', {}, asked('h1, s1'))).toMatchObject(outside)
    expect(await call('getRawData', 'north', {}, asked('h1,nowhere'))).toMatchObject(outside)
    expect(await call('getRawData', 'north', { assetId: 'h1' }, asked('s1'))).toMatchObject(outside)
    expect(gateway.calls('')).toHaveLength(before)
  })

  it('gets none of the values over time that a careless gateway adds, and every digit of the rest', async () => {
    const { call } = await start({ careless: true })
    const { text: told } = await call('getRawData', 'h1', {}, rawData)
    expect(told).toContain('"items":[{"assetId":"h1","timestamp":1700000000000,"p":1.0}]')
  })

  it('may read models, which stand nowhere', async () => {
    const { gateway, call } = await start()
    expect(await call('getThingModel', 'south', { modelId: 'Heater' })).toMatchObject({ json: { code: 0 } })
    expect(await call('searchThingModel', 'south', {}, {})).toMatchObject({ json: { code: 0 } })
    expect(gateway.calls('searchRelatedAsset')).toEqual([])
  })
})

describe('a search of a person with some places', () => {
  const searches: [EndpointName, Record<string, string>, string[]][] = [
    ['searchDevice', {}, ['h1', 'h2']],
    ['searchAsset', {}, ['north', 'hall', 'h1', 'h2']],
    ['searchRelatedAsset', { treeId }, ['north', 'hall', 'h1', 'h2']],
  ]

  it.each(searches)('by %s finds what is within, counted as that', async (name, query, found) => {
    const { call } = await start()
    const answer = await call(name, 'north', query, {})
    expect(ids(answer)).toEqual(found)
    expect(answer.json.pagination.totalSize).toBe(found.length)
  })

  it.each(searches)(
    'by %s leaves out what a careless gateway adds, and keeps the digits of the rest',
    async (...one) => {
      const [name, query, found] = one
      const { call } = await start({ careless: true })
      const answer = await call(name, 'h2', query, {})
      expect(ids(answer)).toEqual(found.filter((id) => id === 'h2'))
      expect(answer.text).toContain('"big":12345678901234567890')
    },
  )

  it('asks for the asset of each row, where it asks for few of its members', async () => {
    const { gateway, call } = await start()
    await call('searchDevice', 'north', {}, { projection: ['deviceName'], pagination: { pageNo: 2, pageSize: 7 } })
    expect(gateway.calls('search')[0]?.body).toBe(
      `{"projection":["deviceName","assetId"],"pagination":{"pageNo":2,"pageSize":7},"expression":"assetId in ('north','hall','h1','h2')"}`,
    )
  })

  it.each([
    ["deviceKey = 'a'", "assetId in ('h1') and deviceKey = 'a'"],
    ["deviceKey = 'or'", "assetId in ('h1') and deviceKey = 'or'"],
    ["deviceKey = 'a' OR deviceKey = 'b'", "assetId in ('h1') and (deviceKey = 'a' OR deviceKey = 'b')"],
  ])('joins its own condition to %s', async (asked, sent) => {
    const { gateway, call } = await start()
    await call('searchDevice', 'h1', {}, { expression: asked })
    expect(JSON.parse(gateway.calls('search')[0]?.body ?? '').expression).toBe(sent)
  })

  it.each([["a = 'x') or (a = 'y'"], ["a = 'x"], ['a = "x'], ['((a)']])(
    'refuses %s, which breaks out',
    async (asked) => {
      const { gateway, call } = await start()
      const answer = await call('searchDevice', 'h1', {}, { expression: asked })
      expect(answer).toMatchObject({ status: 400, json: { code: failures.invalidArgument.code } })
      expect(gateway.calls('search')).toEqual([])
    },
  )

  it('starts from an asset within, and from no other', async () => {
    const { gateway, call } = await start()
    const below = (place: string, assetId: string) =>
      call('searchRelatedAsset', place, { treeId }, { filter: { isChildOfAssetId: assetId } })
    expect(ids(await below('north', 'hall'))).toEqual(['h1', 'h2'])
    expect(await below('hall', 'south')).toMatchObject(outside)
    expect(await below('hall', 'nowhere')).toMatchObject(outside)
    const named = (assetIds: string[]) => call('searchRelatedAsset', 'hall', { treeId }, { filter: { assetIds } })
    expect(ids(await named(['h1', 's1']))).toEqual(['h1'])
    expect(await named(['s1'])).toMatchObject(outside)
    expect(gateway.calls('searchRelatedAsset').map(({ body }) => JSON.parse(body).filter.assetIds)).not.toContainEqual(
      [],
    )
  })

  it('is limited by its answer alone where more lies within than an expression holds', async () => {
    const { gateway, call } = await start({ careless: true })
    const many = Array.from({ length: 2001 }, (_, index) => ({ assetId: `a${index}` }))
    gateway.scripts.searchRelatedAsset = envelope(0, [...many, { assetId: 'h1' }])
    expect(ids(await call('searchDevice', 'north', {}, { projection: ['deviceName'] }))).toEqual(['h1'])
    expect(gateway.calls('search')[0]?.body).toBe('{"projection":["deviceName","assetId"]}')
  })

  it('finds no command of another device', async () => {
    const { call } = await start({ careless: true })
    expect(ids(await call('searchCommand', 'h2', { assetId: 'h2' }, {}))).toEqual(['h2'])
    expect(await call('getCommand', 'h2', { assetId: 'h2', commandId: commandIdOf('s1') })).toMatchObject(outside)
  })

  it('is not answered where nobody knows what is within', async () => {
    const { gateway, call } = await start()
    gateway.scripts.searchRelatedAsset = text('', 503)
    expect(await call('searchDevice', 'north', {}, {})).toMatchObject(unknown)
    expect(await call('getDevice', 'north', { assetId: 'h1' })).toMatchObject(unknown)
    gateway.scripts.get = envelope(99500)
    expect(await call('getDevice', 's1', keys('s1'))).toMatchObject(unknown)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { createGateways } from '../enos/gateways.ts'
import { gatewayFor } from '../running-proxy.suite.ts'
import {
  envelope,
  hang,
  inTurn,
  type Received,
  type Script,
  startScriptedGateway,
  text,
} from '../scripted-gateway.suite.ts'
import { createPlaces } from './places.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** Tree → asset → what lies below it. */
type Trees = Record<string, Record<string, string[]>>

const rows = (assetIds: string[]) => assetIds.map((assetId) => ({ assetId }))
const bodyOf = ({ body }: Received) => JSON.parse(body) as Record<'filter' | 'pagination', Record<string, unknown>>

/** Answers by the trees, `pageSize` at once whatever is asked for. */
const related =
  (trees: Trees, pageSize = 1000): Script =>
  (received, response) => {
    const { filter, pagination } = bodyOf(received)
    const pageNo = Number(pagination.pageNo)
    const tree = trees[received.query.get('treeId') ?? '']
    const below = tree?.[String(filter.isDescendantOfAssetId)]
    if (!tree) return envelope(17404)(received, response)
    if (!below) return envelope(99404)(received, response)
    const data = rows(below.slice((pageNo - 1) * pageSize, pageNo * pageSize))
    return text(JSON.stringify({ code: 0, data, pagination: { pageNo, pageSize, totalSize: below.length } }))(
      received,
      response,
    )
  }

async function start(script: Script, treeIds = ['plant']) {
  const gateway = await startScriptedGateway({ searchRelatedAsset: script })
  const gateways = createGateways([{ ...gatewayFor(gateway.address), treeIds }])
  let time = 1_700_000_000_000
  const places = createPlaces(gateways, () => time)
  stops.push(gateway.stop, gateways.stop)
  return {
    gateway,
    places,
    pass: (ms: number) => {
      time += ms
    },
    calls: () => gateway.calls('searchRelatedAsset'),
    isWithin: (assetId: string, ...assetIds: string[]) => places.isWithin('enos', assetId, assetIds),
  }
}

const plant: Trees = { plant: { north: ['hall', 'h1', 'h2'], hall: ['h1', 'h2'], south: ['s1'] } }

describe('what lies below an asset', () => {
  it('is the asset itself and all that the tree has below it, nothing else', async () => {
    const { isWithin, calls } = await start(related(plant))
    expect(await isWithin('h1', 'north')).toBe(true)
    expect(await isWithin('s1', 'north')).toBe(false)
    expect(await isWithin('north', 'hall')).toBe(false)
    expect(await isWithin('s1', 'hall', 'south')).toBe(true)
    expect(bodyOf(calls()[0] as Received).filter).toEqual({ isDescendantOfAssetId: 'north' })
  })

  it('is everything for a person without limits, and asks nobody', async () => {
    const { isWithin, calls } = await start(hang)
    expect(await isWithin('s1')).toBe(true)
    expect(await isWithin('s1', 'north', 's1')).toBe(true)
    expect(calls()).toEqual([])
  })

  it('is gathered from every configured tree, also where an asset or a tree is missing', async () => {
    const trees = { plant: { north: ['h1'] }, lines: { north: ['line'] }, other: {} }
    const { places, calls } = await start(related(trees), ['plant', 'lines', 'other', 'gone'])
    expect([...(await places.within('enos', ['north']))].sort()).toEqual(['h1', 'line', 'north'])
    expect(calls()).toHaveLength(4)
  })

  it('is only the asset itself where no tree is configured', async () => {
    const { places } = await start(hang, [])
    expect([...(await places.within('enos', ['north']))]).toEqual(['north'])
  })

  it('is read page by page, also where the gateway gives shorter pages than were asked for', async () => {
    const below = Array.from({ length: 25 }, (_, index) => `a${index}`)
    const { places, calls } = await start(related({ plant: { north: below } }, 10))
    expect((await places.within('enos', ['north'])).size).toBe(26)
    expect(calls()).toHaveLength(3)
  })

  it('ends where a gateway gives the same page for ever', async () => {
    const { places, calls } = await start(envelope(0, rows(['a', 'b'])))
    expect((await places.within('enos', ['north'])).size).toBe(3)
    expect(calls()).toHaveLength(2)
  })

  it('is asked for once by many, and anew after a minute', async () => {
    const { isWithin, pass, calls } = await start(related(plant))
    await Promise.all(Array.from({ length: 20 }, (_, index) => isWithin(`x${index}`, 'north')))
    pass(59_999)
    await isWithin('x', 'north')
    expect(calls()).toHaveLength(1)
    pass(1)
    await isWithin('x', 'north')
    expect(calls()).toHaveLength(2)
  })

  it('is remembered of 200 assets at most', { timeout: 120_000 }, async () => {
    const { isWithin, calls } = await start(related({ plant: {} }))
    for (let index = 0; index <= 200; index++) await isWithin('x', `root${index}`)
    await isWithin('x', 'root200')
    expect(calls()).toHaveLength(201)
    await isWithin('x', 'root0')
    expect(calls()).toHaveLength(202)
  })
})

describe('a look-up of places that fails', () => {
  const failed = { failure: 'targetUnknown' }

  it.each([
    ['a refusal', envelope(99403)],
    ['an HTTP error', text('', 503)],
    ['HTML', text('<html>', 200, 'text/html')],
    ['rows without ids', envelope(0, [{ name: 'x' }])],
    ['data that is no list', envelope(0, { assetId: 'h1' })],
  ])('says by %s that nobody knows, never that it is within', async (_title, script) => {
    const { isWithin } = await start(script)
    await expect(isWithin('h1', 'north')).rejects.toMatchObject(failed)
  })

  it('is not remembered', async () => {
    const { isWithin } = await start(inTurn(envelope(99500), related(plant)))
    await expect(isWithin('h1', 'north')).rejects.toMatchObject(failed)
    expect(await isWithin('h1', 'north')).toBe(true)
  })

  it('does not hide what another subtree holds for certain', async () => {
    const { isWithin } = await start((received, response) =>
      (bodyOf(received).filter.isDescendantOfAssetId === 'north' ? envelope(99500) : related(plant))(
        received,
        response,
      ),
    )
    expect(await isWithin('s1', 'north', 'south')).toBe(true)
    await expect(isWithin('h1', 'north', 'south')).rejects.toMatchObject(failed)
  })

  it('leaves the record to be seen by what was known, for an hour', async () => {
    const { gateway, places, pass } = await start(related(plant))
    await expect(places.lastKnown('other', ['north'])).rejects.toMatchObject(failed)
    await places.within('enos', ['north'])
    gateway.scripts.searchRelatedAsset = envelope(99500)
    pass(3_599_999)
    const before = gateway.calls('searchRelatedAsset').length
    for (let time = 0; time < 3; time++) expect((await places.lastKnown('enos', ['north'])).has('h1')).toBe(true)
    expect(gateway.calls('searchRelatedAsset')).toHaveLength(before + 1)
    await expect(places.within('enos', ['north'])).rejects.toMatchObject(failed)
    pass(1)
    await expect(places.lastKnown('enos', ['north'])).rejects.toMatchObject(failed)
  })

  it('is one of a gateway that is not configured', async () => {
    const { places } = await start(related(plant))
    await expect(places.isWithin('other', 'h1', ['north'])).rejects.toMatchObject(failed)
  })
})

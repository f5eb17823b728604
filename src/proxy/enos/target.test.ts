import { afterEach, describe, expect, it } from 'vitest'
import { startPlantGateway } from '../plant-gateway.suite.ts'
import { gatewayFor, orgId } from '../running-proxy.suite.ts'
import { envelope, reset, text } from '../scripted-gateway.suite.ts'
import { createGateways } from './gateways.ts'
import { createTargets } from './target.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start() {
  const gateway = await startPlantGateway()
  const gateways = createGateways([gatewayFor(gateway.address)])
  stops.push(gateway.stop, gateways.stop)
  const clock = { now: 0 }
  return { gateway, clock, ...createTargets(gateways, () => clock.now) }
}
const named = (assetId: string, productKey = '', deviceKey = '') => ({
  gatewayId: 'enos',
  orgId,
  assetId,
  productKey,
  deviceKey,
})
const h1 = { gatewayId: 'enos', assetId: 'h1', productKey: 'pk', deviceKey: 'dk-h1', modelId: 'Heater' }
const unknown = { failure: 'targetUnknown' }

describe('a target', () => {
  it('is the same by asset, by keys and by both', async () => {
    const { find } = await start()
    expect(await find(named('h1'))).toEqual(h1)
    expect(await find(named('', 'pk', 'dk-h1'))).toEqual(h1)
    expect(await find(named('h1', 'pk', 'dk-h1'))).toEqual(h1)
  })

  it('is unknown where the two names of a call are of two devices', async () => {
    const { find } = await start()
    await expect(find(named('h1', 'pk', 'dk-h2'))).rejects.toMatchObject(unknown)
    await expect(find(named('h1', 'other', 'dk-h1'))).rejects.toMatchObject(unknown)
  })

  it('is looked up once a minute, by however many at once', async () => {
    const { find, gateway, clock } = await start()
    await Promise.all(Array.from({ length: 50 }, () => find(named('h1'))))
    clock.now = 59_999
    await find(named('h1'))
    expect(gateway.calls('get')).toHaveLength(1)
    clock.now = 60_000
    await find(named('h1'))
    expect(gateway.calls('get')).toHaveLength(2)
  })

  it.each([
    ['EnOS does not know it', envelope(99404)],
    ['EnOS may not tell', envelope(99403)],
    ['the gateway fails', text('', 500)],
    ['the connection is lost', reset],
    ['the answer is none', text('<html>')],
    ['the answer is another', envelope(0, { name: 'x' })],
  ])('is unknown where %s, and asked for anew', async (_title, script) => {
    const { find, gateway } = await start()
    const { get } = gateway.scripts
    gateway.scripts.get = script
    await expect(find(named('h1'))).rejects.toMatchObject(unknown)
    if (get) gateway.scripts.get = get
    expect(await find(named('h1'))).toEqual(h1)
  })

  it('has the points of its model, which is looked up every ten minutes', async () => {
    const { pointOf, gateway, clock } = await start()
    expect(await pointOf(h1, 'p')).toMatchObject({ identifier: 'p', dataType: 'DOUBLE' })
    expect(await pointOf(h1, 'x')).toBeNull()
    expect(await pointOf(h1, 'constructor')).toBeNull()
    clock.now = 599_999
    await pointOf(h1, 'q')
    expect(gateway.calls('get')).toHaveLength(1)
    clock.now = 600_000
    gateway.scripts.get = envelope(99404)
    await expect(pointOf(h1, 'q')).rejects.toMatchObject(unknown)
  })

  it('of a gateway that is not configured is a mistake of the call', async () => {
    const { find } = await start()
    await expect(async () => find({ ...named('h1'), gatewayId: 'none' })).rejects.toMatchObject({
      failure: 'gatewayUnknown',
    })
  })
})

import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { endpoints } from '#contract/enos/endpoints.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { openDatabase } from '#database/open-database.ts'
import { gatewayFor, newDirectory, orgId, runProxy, type SetOptions } from './running-proxy.suite.ts'
import {
  command,
  commandId,
  drop,
  envelope,
  type Script,
  startScriptedGateway,
  text,
} from './scripted-gateway.suite.ts'
import { anOperation } from './store/sqlite/an-operation.suite.ts'
import { migrations } from './store/sqlite/migrations.ts'
import { openOperationStore } from './store/sqlite/open-operation-store.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const accepts: Record<string, Script> = { setMeasurepoint: envelope(0, { commandId }), get: command(1) }

async function twoGateways(scripts: Record<string, Script> = accepts) {
  const [plant, lab] = [await startScriptedGateway({ ...scripts }), await startScriptedGateway({ ...scripts })]
  stops.push(plant.stop, lab.stop)
  const gateways = [
    { ...gatewayFor(plant.address), id: 'plant' },
    { ...gatewayFor(lab.address), id: 'lab', accessKey: 'key-of-lab' },
  ]
  const sets = () => [plant, lab].map((gateway) => gateway.calls('setMeasurepoint').length)
  return { plant, lab, gateways, sets }
}
type Two = Awaited<ReturnType<typeof twoGateways>>

async function run({ gateways }: Pick<Two, 'gateways'>, dataDirectory = newDirectory()) {
  const proxy = await runProxy('', { gateways, dataDirectory })
  stops.push(proxy.stop)
  return proxy
}

const at = (gatewayId: string, options: SetOptions = {}): SetOptions => ({
  ...options,
  headers: { ...options.headers, [panelHeaders.gateway]: gatewayId },
})

/** What an earlier proxy left in its folder. */
async function leave(...operations: Partial<Operation>[]): Promise<string> {
  const dataDirectory = newDirectory()
  const database = openDatabase(`sqlite:${join(dataDirectory, 'proxy.sqlite')}`, migrations)
  const store = openOperationStore(database, () => {})
  for (const operation of operations) await store.record(anOperation({ orgId, createTime: Date.now(), ...operation }))
  database.close()
  return dataDirectory
}
const queued = { outcome: 'queued', pendingTtl: 600, commandId, state: 1 } as const

describe('of several gateways', () => {
  it('each send goes to the one that it names, and nowhere else', async () => {
    const two = await twoGateways()
    const proxy = await run(two)
    const first = await proxy.outcomeOf(at('lab'))
    expect(first).toMatchObject({ gatewayId: 'lab', outcome: 'done' })
    expect(two.sets()).toEqual([0, 1])
    expect(two.plant.received).toEqual([])
    expect(await proxy.outcomeOf(at('plant'))).toMatchObject({ gatewayId: 'plant' })
    expect(two.sets()).toEqual([1, 1])
    // Each application signs in for itself.
    expect(two.lab.calls('token')[0]?.body).toContain('key-of-lab')
    expect(two.plant.calls('token')[0]?.body).not.toContain('key-of-lab')

    const device = `${proxy.url}${endpoints.getDevice.path}?action=get&orgId=${orgId}&assetId=a1`
    const before = two.lab.received.length
    await fetch(device, { headers: { [panelHeaders.gateway]: 'plant' } })
    expect(two.plant.calls('get').some(({ path }) => path === endpoints.getDevice.path)).toBe(true)
    expect(two.lab.received.slice(before).filter(({ query }) => query.get('assetId') === 'a1')).toEqual([])
  })

  it('one has to be named that is there: else nothing is recorded, and nothing sent', async () => {
    const two = await twoGateways()
    const proxy = await run(two)
    for (const options of [{}, at('nowhere'), at('Lab'), at('plant,lab')]) {
      const answer = await proxy.set(options)
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 60048 }])
    }
    expect((await proxy.operations()).items).toEqual([])
    expect([two.plant.received, two.lab.received]).toEqual([[], []])
  })

  it('an unknown outcome at one holds the point back there alone', async () => {
    const two = await twoGateways()
    two.plant.scripts.setMeasurepoint = drop
    const proxy = await run(two)
    expect(await proxy.outcomeOf(at('plant'))).toMatchObject({ outcome: 'unknown' })
    expect((await proxy.set(at('plant'))).status).toBe(409)
    expect(await proxy.outcomeOf(at('lab'))).toMatchObject({ outcome: 'done' })
    expect((await proxy.set(at('plant'))).status).toBe(409)
    expect(two.sets()).toEqual([1, 1])
  })

  it('the same idempotency key at another is another content', async () => {
    const two = await twoGateways()
    const proxy = await run(two)
    const { id } = await proxy.outcomeOf(at('plant', { key: 'the-one-key' }))
    const answer = await proxy.set(at('lab', { key: 'the-one-key' }))
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 60021 }])
    expect((await proxy.outcomeOf(at('plant', { key: 'the-one-key' }))).id).toBe(id)
    expect(two.sets()).toEqual([1, 0])
  })

  it('the record is listed by each', async () => {
    const two = await twoGateways()
    const proxy = await run(two, await leave({ id: 'of-before', outcome: 'notSent', endTime: 1 }))
    const { id } = await proxy.outcomeOf(at('lab'))
    const ids = async (query = {}) => (await proxy.operations(query)).items.map((operation) => operation.id)
    expect(await ids({ gatewayId: 'lab' })).toEqual([id])
    expect(await ids({ gatewayId: 'plant' })).toEqual(['of-before'])
    expect(await ids()).toEqual([id, 'of-before'])
  })

  it('the first is followed for what was sent before there were several', async () => {
    const two = await twoGateways()
    two.plant.scripts.get = command(5)
    const proxy = await run(two, await leave({ ...queued, id: 'of-before' }))
    await expect.poll(() => proxy.operation('of-before')).toMatchObject({ outcome: 'done' })
    expect(two.lab.received).toEqual([])
  })

  it('none is asked about what belongs to one that is not configured any more; it waits for that one', async () => {
    const two = await twoGateways({ ...accepts, get: command(5), queryLatest: text('[]', 503) })
    const dataDirectory = await leave(
      { ...queued, id: 'of-lab', gatewayId: 'lab', commandId: '25' },
      { ...queued, id: 'of-plant', gatewayId: 'plant' },
      { id: 'lost-at-lab', gatewayId: 'lab', outcome: 'unknown', failure: 'connectionLost', endTime: Date.now() },
    )
    const [plant] = two.gateways
    const alone = await runProxy('', { gateways: plant ? [plant] : [], dataDirectory })
    await expect.poll(() => alone.operation('of-plant')).toMatchObject({ outcome: 'done' })
    expect(await alone.operation('of-lab')).toMatchObject({ outcome: 'queued' })
    expect(two.plant.calls('get').filter(({ query }) => query.get('commandId') === '25')).toEqual([])
    // One gateway alone need not be named, and the point is not held back for what was at another.
    expect(await alone.outcomeOf()).toMatchObject({ gatewayId: 'plant', outcome: 'done' })
    await alone.stop()
    expect(two.lab.received).toEqual([])

    const again = await run(two, dataDirectory)
    await expect.poll(() => again.operation('of-lab')).toMatchObject({ outcome: 'done' })
  })
})

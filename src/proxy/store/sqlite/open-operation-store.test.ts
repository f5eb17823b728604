import { describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { operationQuerySchema } from '#contract/panel/panel-endpoints.ts'
import { openDatabase } from '#database/open-database.ts'
import { anOperation } from './an-operation.suite.ts'
import { migrations } from './migrations.ts'
import { openOperationStore } from './open-operation-store.ts'
import { rivalsOfPoint, unresolvedOfPoint } from './unresolved-of-point.ts'

function start(isListed = false) {
  const told: Operation[] = []
  const store = openOperationStore(openDatabase('sqlite::memory:', migrations), (operation) => told.push(operation))
  let count = 0
  const record = async (change: Partial<Operation> = {}) => {
    const id = `op-${++count}`
    const recorded = await store.record(anOperation({ id, createTime: 1000 + count, ...change }))
    if (isListed) await store.listNow()
    return recorded
  }
  const list = (query: Record<string, string> = {}) => store.list(operationQuerySchema.parse(query))
  const ids = (query: Record<string, string> = {}) => list(query).items.map(({ id }) => id)
  return { store, told, record, list, ids }
}

const shown = {
  deviceName: 'Pump 3',
  pointName: 'Übertemperatur 温度',
  unit: '°C',
  dataType: 'DOUBLE',
  beforeText: '1',
  afterText: '2',
  beforeTime: 0,
  sentence: 'Set it',
}

describe.each([
  ['not in the indexes yet', false],
  ['in the indexes', true],
])('the store of operations, %s,', (_where, isListed) => {
  it('gives back exactly what was recorded, and tells it once it is there', async () => {
    const { store, told, record } = start(isListed)
    const recorded = await record({ shown, body: '{"value":123456789012345678901.10}' })
    expect(store.get('op-1')).toEqual(recorded)
    expect(store.withKey('key-op-1')).toEqual(recorded)
    expect(told).toEqual([recorded])
  })

  it('appends steps, raises the revision, and leaves an ended operation as it is', async () => {
    const { store, told, record } = start(isListed)
    await record()
    const done = await store.change('op-1', {
      outcome: 'done',
      code: 0,
      endTime: 2000,
      steps: [{ kind: 'answered', time: 2000, detail: '0 OK' }],
    })
    expect(done.steps.map(({ kind }) => kind)).toEqual(['recorded', 'answered'])
    expect(done.revision).toBe(2)
    expect(await store.change('op-1', { outcome: 'unknown', steps: [{ kind: 'interrupted', time: 1 }] })).toEqual(done)
    expect(told).toHaveLength(2)
    expect(store.revision()).toBe(2)
  })

  it('takes an idempotency key once only', async () => {
    const { record, store } = start(isListed)
    await record({ idempotencyKey: 'same-key' })
    await expect(record({ idempotencyKey: 'same-key' })).rejects.toThrow('UNIQUE')
    expect(store.revision()).toBe(1)
  })

  it('pages newest first, without a gap or a repeat while new ones come in and old ones change', async () => {
    const { record, list, store } = start(isListed)
    for (let number = 0; number < 25; number++) await record()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = list({ limit: '10', ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.cursor
      await record()
      await store.change(`op-${seen.length}`, { message: 'changed' })
    } while (cursor)
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `op-${25 - index}`))
  })

  it('filters by each member, and by all together', async () => {
    const { record, ids, store } = start(isListed)
    await record({ assetId: 'a2', measurepointId: 'q' })
    await record({ assetId: '', productKey: 'pk', deviceKey: 'dk', shown })
    await record({ body: '{"value":"ÄPFEL_100%"}' })
    await store.change('op-3', { outcome: 'refused', code: -5, commandId: '77', message: 'valve stuck' })
    expect(ids()).toEqual(['op-3', 'op-2', 'op-1'])
    expect(ids({ assetId: 'a2' })).toEqual(['op-1'])
    expect(ids({ productKey: 'pk', deviceKey: 'dk' })).toEqual(['op-2'])
    expect(ids({ measurepointId: 'q' })).toEqual(['op-1'])
    expect(ids({ outcome: 'refused,done' })).toEqual(['op-3'])
    expect(ids({ outcome: 'waiting', assetId: 'a2' })).toEqual(['op-1'])
    expect(ids({ code: '-5' })).toEqual(['op-3'])
    expect(ids({ commandId: '77' })).toEqual(['op-3'])
    expect(ids({ idempotencyKey: 'key-op-2' })).toEqual(['op-2'])
    expect(ids({ from: '1002', to: '1003' })).toEqual(['op-2'])
    expect(ids({ text: 'übertemp' })).toEqual(['op-2'])
    expect(ids({ text: '温度' })).toEqual(['op-2'])
    expect(ids({ text: 'äpfel_100%' })).toEqual(['op-3'])
    expect(ids({ text: 'VALVE' })).toEqual(['op-3'])
    expect(ids({ text: 'nowhere' })).toEqual([])
  })

  it('refuses a cursor that it did not give', () => {
    const { list } = start(isListed)
    expect(() => list({ cursor: '1 OR 1' })).toThrow('cursor')
  })

  it('tells what changed since a revision, in the order of change', async () => {
    const { record, store } = start(isListed)
    await record()
    await record()
    await store.change('op-1', { message: 'later' })
    expect(store.changedSince(0, 10).map(({ id, revision }) => [id, revision])).toEqual([
      ['op-2', 2],
      ['op-1', 3],
    ])
    expect(store.changedSince(0, 1)).toHaveLength(1)
    expect(store.changedSince(3, 10)).toEqual([])
  })

  it('knows the newest unknown outcome of a point that nothing has cleared up', async () => {
    const { record, store } = start(isListed)
    const end = { outcome: 'unknown', failure: 'interrupted', endTime: 5000 } as const
    const of = (change = {}) => store.unresolved(anOperation(change))?.id
    const note = (kind: 'cannotTell' | 'probablyNotApplied') => ({ kind, time: 1, evidence: [] })
    await record(end)
    await record({ ...end, assetId: '', productKey: 'pk', deviceKey: 'dk' })
    expect(of()).toBe('op-1')
    expect(of({ assetId: '', productKey: 'pk', deviceKey: 'dk' })).toBe('op-2')
    expect([of({ orgId: 'o2' }), of({ assetId: 'a2' }), of({ measurepointId: 'q' })]).toEqual(Array(3).fill(undefined))
    await store.note('op-1', { verdict: note('cannotTell') })
    expect(of()).toBe('op-1')
    // Asked for before the outcome was unknown, a success may have been undone by it.
    await record({ outcome: 'done', createTime: 4999 })
    expect(of()).toBe('op-1')
    await record({ outcome: 'done', createTime: 5000 })
    expect(of()).toBeUndefined()

    await store.note('op-2', { verdict: note('probablyNotApplied') })
    expect(of({ assetId: '', productKey: 'pk', deviceKey: 'dk' })).toBeUndefined()

    const point = { measurepointId: 'r' }
    await record({ ...end, ...point })
    await record({ ...end, ...point })
    expect(of(point)).toBe('op-6')
    await store.note('op-6', { acknowledged: { person: 'a', time: 1, reason: 'seen' } })
    expect(of(point)).toBeUndefined()
  })

  it('holds a point back at the gateway where its outcome is unknown, however the device was named', async () => {
    const database = openDatabase('sqlite::memory:', migrations)
    const store = openOperationStore(database, () => {}, 'first')
    const end = { outcome: 'unknown', failure: 'interrupted', endTime: 5000 } as const
    const keys = { assetId: '', productKey: 'pk', deviceKey: 'dk' }
    const of = (change = {}) => store.unresolved({ ...anOperation(), ...change })?.id
    const at = (gatewayId: string) => [of({ gatewayId }), of({ ...keys, gatewayId })]

    await store.record(anOperation({ ...end, id: 'before-gateways' }))
    expect([...at('first'), ...at('second'), of()]).toEqual([
      'before-gateways',
      undefined,
      undefined,
      undefined,
      'before-gateways',
    ])
    // The send tells, or the record does.
    expect(of({ ...keys, gatewayId: 'first', deviceAssetId: 'a1' })).toBe('before-gateways')
    await store.record(anOperation({ ...end, ...keys, id: 'by-keys', gatewayId: 'second', deviceAssetId: 'a1' }))
    expect(at('second')).toEqual(['by-keys', 'by-keys'])
    expect(of({ assetId: 'a2', gatewayId: 'second' })).toBeUndefined()
    expect(of({ ...keys, assetId: 'a2', gatewayId: 'second', deviceAssetId: 'a2' })).toBe('by-keys')

    // A success at one gateway clears up nothing at the other, and by one name what was unknown by the other.
    await store.record(anOperation({ outcome: 'done', createTime: 6000, gatewayId: 'first' }))
    expect([of({ gatewayId: 'first' }), ...at('second')]).toEqual([undefined, 'by-keys', 'by-keys'])
    await store.record(anOperation({ outcome: 'done', createTime: 6000, gatewayId: 'second' }))
    expect(at('second')).toEqual([undefined, undefined])
  })

  it('lists the operations of one gateway, those of before with the first', async () => {
    const store = openOperationStore(openDatabase('sqlite::memory:', migrations), () => {}, 'first')
    for (const [id, gatewayId] of [['old'], ['new', 'first'], ['other', 'second']] as const) {
      await store.record(anOperation({ id, ...(gatewayId ? { gatewayId } : {}) }))
    }
    const ids = (query: Record<string, string>) =>
      store.list(operationQuerySchema.parse(query)).items.map(({ id }) => id)
    expect(ids({ gatewayId: 'first' })).toEqual(['new', 'old'])
    expect(ids({ gatewayId: 'second' })).toEqual(['other'])
    expect(ids({})).toHaveLength(3)
  })

  it('finds the sends that a command may belong to instead', async () => {
    const { record, store } = start(isListed)
    const point = { createTime: 5000, outcome: 'unknown', gatewayId: 'one' } as const
    const keys = { assetId: '', productKey: 'pk', deviceKey: 'dk' }
    const self = await record(point)
    const same = await record({ ...point, outcome: 'done' })
    const perhaps = await record({ ...point, ...keys })
    await record({ ...point, createTime: 4000 })
    await record({ ...point, createTime: 6000 })
    await record({ ...point, outcome: 'notSent' })
    await record({ ...point, gatewayId: 'two' })
    await record({ ...point, measurepointId: 'q' })
    await record({ ...point, assetId: 'a2' })
    await record({ ...point, ...keys, deviceAssetId: 'a2' })
    const found = await record({ ...point, ...keys, deviceAssetId: 'a1' })
    expect(store.rivals(self, 4001, 6000).map(({ id }) => id)).toEqual([same.id, perhaps.id, found.id])
  })

  it('finds what holds a point back, and its rivals, without reading every operation', () => {
    const { sqlite } = openDatabase('sqlite::memory:', migrations)
    const names = ['orgId', 'assetId', 'productKey', 'deviceKey', 'deviceAssetId', 'measurepointId', 'gatewayId']
    const values = Object.fromEntries([...names, 'firstGatewayId', 'from', 'to', 'id'].map((name) => [name, '']))
    for (const query of [unresolvedOfPoint, rivalsOfPoint]) {
      const plan = sqlite.prepare(`EXPLAIN QUERY PLAN ${query}`).all(values)
      expect(JSON.stringify(plan)).not.toMatch(/SCAN (one|later|other)(?! USING INDEX operation_not_listed)/)
    }
  })

  it('keeps the first finding of each kind, and gives it back', async () => {
    const { record, store } = start(isListed)
    await record({ outcome: 'unknown', endTime: 1 })
    const verdict = { kind: 'cannotTell', time: 1, evidence: [] } as const
    await store.note('op-1', { verdict: { ...verdict, evidence: [] } })
    const noted = await store.note('op-1', { verdict: { ...verdict, time: 2, evidence: [] } })
    expect(noted).toMatchObject({ verdict, outcome: 'unknown', revision: 2 })
    expect(store.get('op-1')).toEqual(noted)
  })
})

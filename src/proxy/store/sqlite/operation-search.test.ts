import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { operationQuerySchema } from '#contract/panel/panel-endpoints.ts'
import { openDatabase } from '#database/open-database.ts'
import { anOperation } from './an-operation.suite.ts'
import { migrations } from './migrations.ts'
import { openOperationStore } from './open-operation-store.ts'
import { writeRow } from './operation-row.ts'
import { openOperationSearch } from './operation-search.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function open(isListed: boolean, url = 'sqlite::memory:') {
  const database = openDatabase(url, migrations)
  stops.push(() => database.close())
  const store = openOperationStore(database, () => {}, 'first')
  const record = async (id: string, change: Partial<Operation> = {}) => {
    await store.record(anOperation({ id, idempotencyKey: `key-${id}`, createTime: 1000, ...change }))
    if (isListed) await store.listNow()
  }
  const ids = (query: Record<string, string>) => store.list(operationQuerySchema.parse(query)).items.map(({ id }) => id)
  return { database, store, record, ids }
}

describe.each([
  ['not in the indexes yet', false],
  ['in the indexes', true],
])('a search of the operations, %s,', (_where, isListed) => {
  it('finds by person, whatever the case, by classes, and by what is not cleared up', async () => {
    const { record, ids, store } = open(isListed)
    await record('a', { person: 'Mei Lin', pointClass: 'critical' })
    await record('b', { person: '李娜', pointClass: 'confirm', outcome: 'unknown', endTime: 1 })
    await record('c', { outcome: 'unknown', endTime: 1 })
    await record('d', { outcome: 'unknown', endTime: 1 })
    expect(ids({ person: 'mei lin' })).toEqual(['a'])
    expect(ids({ person: 'mei' })).toEqual([])
    expect(ids({ person: '李娜' })).toEqual(['b'])
    expect(ids({ pointClass: 'confirm,critical' })).toEqual(['b', 'a'])
    expect(ids({ pointClass: '' })).toEqual([])
    expect(ids({ unresolved: '1' })).toEqual(['d', 'c', 'b'])
    await store.note('c', { acknowledged: { person: 'a', time: 1, reason: 'seen' } })
    await store.note('d', { verdict: { kind: 'probablyNotApplied', time: 1, evidence: [] } })
    await store.note('b', { verdict: { kind: 'cannotTell', time: 1, evidence: [] } })
    expect(ids({ unresolved: '1' })).toEqual(['b'])
  })

  it('merges the ranges of several values newest first, page after page', async () => {
    const { record, store } = open(isListed)
    for (let index = 0; index < 9; index++) {
      await record(String(index), { outcome: (['done', 'refused', 'unknown'] as const)[index % 3] ?? 'done' })
    }
    const list = (more: Record<string, string>) =>
      store.list(operationQuerySchema.parse({ outcome: 'refused,unknown,refused', limit: '4', count: '1', ...more }))
    const first = list({})
    expect(first.items.map(({ id }) => id)).toEqual(['8', '7', '5', '4'])
    expect(first.count).toBe(6)
    const next = list({ cursor: first.cursor ?? '' })
    expect(next).toMatchObject({ items: [{ id: '2' }, { id: '1' }], cursor: null, count: 6 })
  })

  it('finds every operation of a time though the clock was put back between them', async () => {
    const { record, ids } = open(isListed)
    for (const [id, createTime] of Object.entries({ a: 100, b: 300, c: 200, d: 50, e: 400 })) {
      await record(id, { createTime })
    }
    expect(ids({ from: '100', to: '300' })).toEqual(['c', 'a'])
    expect(ids({ from: '200' })).toEqual(['e', 'c', 'b'])
    expect(ids({ to: '100' })).toEqual(['d'])
    expect(ids({ from: '500' })).toEqual([])
    expect(ids({ from: '100', to: '300', assetId: 'a1' })).toEqual(['c', 'a'])
  })

  it.each([
    ['温度', true],
    ['温', true],
    ['度', true],
    ['rpm', true],
    ['pm', true],
    ['m', true],
    ['6bt59', true],
    ['"温度" OR', true],
    ['温a', false],
    ['100%', true],
    ['mr', false],
    ['锅', false],
    ['*', false],
    ["'", false],
    ['\0', false],
  ])('contains %j: %s', async (text, isFound) => {
    const { record, ids } = open(isListed)
    const sentence = 'Set "温度" OR 100% rpm'
    const names = { deviceName: 'x', pointName: '温度', unit: '', dataType: '', beforeText: '', afterText: '' }
    await record('a', { assetId: '6Bt59ySj', shown: { ...names, beforeTime: 0, sentence } })
    expect(ids({ text })).toEqual(isFound ? ['a'] : [])
    expect(ids({ text, outcome: 'waiting' })).toEqual(isFound ? ['a'] : [])
  })

  it('follows words that come later', async () => {
    const { record, ids, store } = open(isListed)
    await record('a')
    expect(ids({ text: 'valve stuck' })).toEqual([])
    await store.change('a', { message: 'Valve stuck', commandId: '7000000000000000001' })
    expect([ids({ text: 'valve stuck' }), ids({ text: '700000000000000000' })]).toEqual([['a'], ['a']])
    await store.change('a', { message: 'Freed' })
    expect([ids({ text: 'stuck' }), ids({ text: 'freed' })]).toEqual([[], ['a']])
  })

  it('finds in files of before the index of words', async () => {
    const url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'setpoint-search-')), 'proxy.sqlite')}`
    const before = openDatabase(url, migrations.slice(0, 7))
    const row = writeRow({ ...anOperation({ id: 'old', message: '阀门 stuck' }), revision: 1 })
    const names = Object.keys(row)
    before.sqlite.prepare(`INSERT INTO operation (${names}) VALUES (${names.map((name) => `@${name}`)})`).run(row)
    before.close()
    const { ids, store } = open(isListed, url)
    expect([ids({ text: '阀门' }), ids({ text: 'stuck' }), ids({ person: 'local user' })]).toEqual(
      Array(3).fill(['old']),
    )
    await store.change('old', { message: 'free' })
    expect(ids({ text: 'stuck' })).toEqual([])
  })

  it('reads through no index or table from end to end, and sorts nothing, for any filter', {
    timeout: 120_000,
  }, async () => {
    const { database, record } = open(isListed)
    for (let index = 0; index < 500; index++) await record(String(index), { commandId: String(index) })
    const search = openOperationSearch(database, 'first')
    const filters: Record<string, string>[] = [
      {},
      { assetId: 'a1' },
      { productKey: '', deviceKey: '' },
      { measurepointId: 'p' },
      { assetId: 'a1', measurepointId: 'p' },
      { code: '1' },
      { commandId: '1' },
      { idempotencyKey: 'key-1' },
      { person: 'x' },
      { unresolved: '1' },
      { outcome: 'waiting' },
      { outcome: 'waiting,done' },
      { pointClass: 'critical,confirm' },
      { gatewayId: 'first' },
      { gatewayId: 'second' },
      { from: '1', to: '2000' },
      { from: '1', to: '2000', outcome: 'waiting', person: 'x' },
      { text: 'local user' },
      { text: '温' },
      { text: 'local user', outcome: 'waiting', gatewayId: 'first' },
    ]
    for (const filter of filters) {
      const { sql, values } = search(operationQuerySchema.parse(filter))
      const plan = database.sqlite
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM operation WHERE seq IN (${sql})`)
        .all(...values, 51)
        .map(({ detail }) => detail)
      // The index of words is a virtual table: it says SCAN, with the number of the index that it uses.
      const scans = plan.filter((step) =>
        /SCAN operation(?!Text VIRTUAL TABLE INDEX \d+:.*M| USING INDEX operation_not_listed)/.test(step),
      )
      expect({ filter, scans, sorts: plan.filter((step) => /TEMP B-TREE FOR ORDER/.test(step)) }).toEqual({
        filter,
        scans: [],
        sorts: [],
      })
    }
  })
})

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { operationQuerySchema } from '#contract/panel/panel-endpoints.ts'
import { openDatabase } from '#database/open-database.ts'
import { anOperation } from './an-operation.suite.ts'
import { migrations } from './migrations.ts'
import { openOperationStore } from './open-operation-store.ts'

// How long a moment is, the tests say: a busy machine takes longer for a few lines than the store waits.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})
const aMomentLater = () => vi.advanceTimersByTime(500)

function open(file = ':memory:') {
  const database = openDatabase(`sqlite:${file}`, migrations)
  const store = openOperationStore(database, () => {})
  const count = (sql: string) => Number(database.sqlite.prepare(sql).pluck().get())
  return {
    database,
    store,
    waiting: () => count('SELECT count(*) FROM operation WHERE listed = 0'),
    texts: () => count('SELECT count(*) FROM operationText'),
    record: (id: string, outcome: 'waiting' | 'done' = 'done') =>
      store.record(anOperation({ id, idempotencyKey: `key-${id}`, outcome })),
    ids: (query: Record<string, string>) => store.list(operationQuerySchema.parse(query)).items.map(({ id }) => id),
  }
}

it('a send is in no index for searches when it is told, and is a moment later, when it has an outcome', async () => {
  const { record, store, waiting, texts } = open()
  await record('a', 'waiting')
  await record('b')
  expect([waiting(), texts()]).toEqual([2, 0])
  aMomentLater()
  await expect.poll(waiting).toBe(1)
  expect(texts()).toBe(1)
  await store.change('a', { outcome: 'done', message: 'Moved' })
  aMomentLater()
  await expect.poll(waiting).toBe(0)
  expect(texts()).toBe(2)
})

it('many sends at once do not pile up', async () => {
  const { record, waiting } = open()
  await Promise.all(Array.from({ length: 300 }, (_, index) => record(String(index))))
  // So many are not left waiting for a moment.
  await expect.poll(waiting, { interval: 1 }).toBeLessThan(128)
  aMomentLater()
  await expect.poll(waiting, { interval: 1 }).toBe(0)
})

it('lists tell of both in the order of recording', async () => {
  const { record, store, ids } = open()
  for (const id of ['a', 'b', 'c', 'd']) {
    await record(id, id === 'b' ? 'waiting' : 'done')
    if (id === 'c') await store.listNow()
  }
  await store.change('b', { message: 'here' })
  const queries: Record<string, string>[] = [
    {},
    { person: 'local user' },
    { text: 'local' },
    { outcome: 'waiting,done' },
  ]
  for (const query of queries) {
    expect(ids(query)).toEqual(['d', 'c', 'b', 'a'])
  }
  expect(ids({ text: 'here' })).toEqual(['b'])
})

it('what was not listed when the program ended is at the next start', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'setpoint-list-')), 'proxy.sqlite')
  const before = open(file)
  await before.record('a')
  before.database.close()
  const { database, waiting, ids } = open(file)
  expect([waiting(), ids({ text: 'local user' })]).toEqual([1, ['a']])
  aMomentLater()
  await expect.poll(waiting).toBe(0)
  expect(ids({ text: 'local user' })).toEqual(['a'])
  database.close()
})

it('a disk that refuses is asked again with the next change', async () => {
  const { database, record, store, waiting, ids } = open()
  database.sqlite.pragma('query_only = ON')
  await store.listNow()
  database.sqlite.pragma('query_only = OFF')
  await record('a')
  database.sqlite.pragma('query_only = ON')
  await store.listNow()
  expect([waiting(), ids({ text: 'local user' })]).toEqual([1, ['a']])
  database.sqlite.pragma('query_only = OFF')
  await store.listNow()
  expect(waiting()).toBe(0)
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { type Database, openDatabase } from '#database/open-database.ts'
import type { HistoryStore, StoredValue } from '../../registry/ports.ts'
import { migrations } from './migrations.ts'
import { createSqliteHistoryStore } from './sqlite-history-store.ts'

const point = { productKey: 'pk', deviceKey: 'dk', id: 'power' }
const valueAt = (time: number, text = String(time)): StoredValue => ({
  ...point,
  time,
  value: new ExactNumber(text),
  quality: null,
})

let database: Database
let store: HistoryStore
beforeEach(() => {
  database = openDatabase('sqlite::memory:', migrations)
  store = createSqliteHistoryStore(database)
})
afterEach(() => database.close())

const all = { ...point, from: 0, to: 1_000_000, newestFirst: false, limit: 1000 }
const times = (span: Partial<typeof all> = {}) => store.find({ ...all, ...span }).map(({ time }) => time)

describe('the store of values over time', () => {
  it('gives a span of one point, from its beginning and up to its end, either way round', async () => {
    await store.append([valueAt(1), valueAt(3), valueAt(2), { ...valueAt(2), id: 'other' }])
    await store.append([{ ...valueAt(2), deviceKey: 'dk2' }])
    expect(times({ from: 1, to: 3 })).toEqual([1, 2])
    expect(times({ newestFirst: true, limit: 2 })).toEqual([3, 2])
  })

  it('keeps every digit, and the last of two values of one moment', async () => {
    await store.append([valueAt(1, '9007199254740993'), { ...valueAt(1, '1.10'), quality: new ExactNumber('0') }])
    expect(store.find(all)).toEqual([{ ...valueAt(1, '1.10'), quality: new ExactNumber('0') }])
  })

  it('leaves the newest of a point, and touches no other', async () => {
    await store.append([...Array(9).keys()].flatMap((time) => [valueAt(time), { ...valueAt(time), id: 'other' }]))
    await store.trim(point, 3)
    expect(times()).toEqual([6, 7, 8])
    expect(times({ id: 'other' })).toHaveLength(9)
    await store.trim(point, 3)
    expect(times()).toHaveLength(3)
  })

  it('removes what is too old a few at a time', async () => {
    await store.append([...Array(1200).keys()].map((time) => valueAt(time)))
    const removed = [await store.prune(1100), await store.prune(1100), await store.prune(1100), await store.prune(1100)]
    expect(removed).toEqual([500, 500, 100, 0])
    expect(times({ limit: 1 })).toEqual([1100])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { type Database, openDatabase } from '#database/open-database.ts'
import { settled } from '../commands/scripted-world.suite.ts'
import { createFakeClock, type FakeClock } from '../fake-clock.test-support.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { createSqliteHistoryStore } from '../store/sqlite/sqlite-history-store.ts'
import type { HistoryStore } from './ports.ts'
import { createValueHistory, historyKept, mostOfPoint, type ValueHistory } from './value-history.ts'

const start = 1_700_000_000_000
const hour = 3_600_000
const device = { productKey: 'pk', deviceKey: 'dk' }
const all = { ...device, id: 'p', from: 0, to: Number.MAX_SAFE_INTEGER, newestFirst: false, limit: 100_000 }
const valueAt = (time: number) => ({ id: 'p', time, value: new ExactNumber('1.0'), quality: null })

let database: Database
let store: HistoryStore
let clock: FakeClock
let errors: unknown[]
/** How many values each write held. */
let batches: number[]

function create(change: Partial<HistoryStore> = {}): ValueHistory {
  const append: HistoryStore['append'] = (values) => {
    batches.push(values.length)
    return (change.append ?? store.append)(values)
  }
  return createValueHistory({ store: { ...store, ...change, append }, clock, failed: (error) => errors.push(error) })
}

beforeEach(() => {
  database = openDatabase('sqlite::memory:', migrations)
  store = createSqliteHistoryStore(database)
  clock = createFakeClock(start, settled)
  errors = []
  batches = []
})
afterEach(() => database.close())

describe('the values over time', () => {
  it('are written together, a quarter of a second after the first', async () => {
    const history = create()
    for (let index = 0; index < 10; index += 1) history.keep(device, [valueAt(start + index)])
    expect(batches).toEqual([])
    await clock.advance(250)
    expect(batches).toEqual([10])
    expect(store.find(all)).toHaveLength(10)
  })

  it('are written in steps that no command waits long for', async () => {
    const history = create()
    history.keep(
      device,
      [...Array(1200).keys()].map((index) => valueAt(start + index)),
    )
    await history.stop()
    expect(batches).toEqual([500, 500, 200])
  })

  it('hold all that was reported before they are asked for', async () => {
    const history = create()
    history.keep(device, [valueAt(start)])
    expect(await history.find(all)).toMatchObject([{ time: start, value: new ExactNumber('1.0') }])
  })

  it('are written when the program stops, and taken no more', async () => {
    const history = create()
    history.keep(device, [valueAt(start)])
    await history.stop()
    history.keep(device, [valueAt(start + 1)])
    await clock.advance(1000)
    expect(store.find(all)).toHaveLength(1)
  })

  it('are kept for a day, and forgotten within the hour after it', async () => {
    const history = create()
    history.keep(device, [valueAt(start - historyKept - 1), valueAt(start - historyKept + hour), valueAt(start)])
    expect((await history.find(all)).map(({ time }) => time)).toEqual([start - historyKept + hour, start])
    await clock.advance(2 * hour)
    expect((await history.find(all)).map(({ time }) => time)).toEqual([start])
    await history.stop()
    expect(clock.pending()).toBe(0)
  })

  it('are of each point only so many', async () => {
    const history = create()
    const count = mostOfPoint + 1200
    for (let first = 0; first < count; first += 200) {
      history.keep(
        device,
        [...Array(200).keys()].map((index) => valueAt(start + first + index)),
      )
    }
    const kept = await history.find(all)
    expect(kept.length).toBeGreaterThanOrEqual(mostOfPoint)
    expect(kept.length).toBeLessThan(mostOfPoint + 500)
    expect(kept.at(-1)?.time).toBe(start + count - 1)
  })

  it('go on after a write that failed', async () => {
    let isFull = true
    const history = create({
      append: (values) => (isFull ? Promise.reject(new Error('disk full')) : store.append(values)),
    })
    history.keep(device, [valueAt(start)])
    await clock.advance(250)
    expect(errors).toHaveLength(1)
    isFull = false
    history.keep(device, [valueAt(start + 1)])
    expect((await history.find(all)).map(({ time }) => time)).toEqual([start + 1])
  })
})

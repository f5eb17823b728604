import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandStates } from '#contract/enos/command.ts'
import { type Database, openDatabase } from '#database/open-database.ts'
import type { CommandFilter, CommandStore, StoredCommand } from '../../commands/ports.ts'
import { storedCommand } from '../command-store.suite.ts'
import { migrations } from './migrations.ts'
import { createSqliteCommandStore } from './sqlite-command-store.ts'

const named = (name: string) => ({ defaultValue: name, i18nValue: { zh_CN: `${name}-zh` } })
const start = storedCommand(0).createTime
const operators = ['<', '<=', '=', '>=', '>'] as const
const meaning = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '=': (a: number, b: number) => a === b,
  '>=': (a: number, b: number) => a >= b,
  '>': (a: number, b: number) => a > b,
}

/** Ended commands of one device; among them the clock is set back once, and many have the same time. */
function ended(from: number, to: number): StoredCommand[] {
  return Array.from({ length: to - from }, (_, offset) => {
    const number = from + offset
    const time = Math.floor((number > 900 && number < 1300 ? number - 700 : number) / 3)
    const state = number % 50 === 0 ? commandStates.failed : number % 7 === 0 ? commandStates.canceled : 5
    return storedCommand(number, {
      ...{ state, createTime: start + time, commandName: named(number % 400 < 300 ? 'Power' : 'Speed') },
    })
  })
}

const filters = fc.record({
  state: fc.option(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { nil: undefined }),
  commandName: fc.option(
    fc.record({ locale: fc.constantFrom('default', 'zh_CN', 'fr'), like: fc.constantFrom('pow', 'SPEED', '-zh', 'x') }),
    { nil: undefined },
  ),
  createTime: fc.array(
    fc.record({
      operator: fc.constantFrom(...operators),
      time: fc.integer({ min: -5, max: 1100 }).map((at) => start + at),
    }),
    { maxLength: 2 },
  ),
  pageNo: fc.integer({ min: 1, max: 8 }),
  pageSize: fc.constantFrom(1, 10, 300, 1200),
}) satisfies fc.Arbitrary<Omit<CommandFilter, 'productKey' | 'deviceKey'>>

type Filter = Omit<CommandFilter, 'productKey' | 'deviceKey'>

/** What is right, one command after the other. */
function expected(commands: StoredCommand[], { state, commandName, createTime = [], pageNo, pageSize }: Filter) {
  const fitting = commands
    .filter((command) => state === undefined || command.state === state)
    .filter(({ commandName: { defaultValue, i18nValue } }) => {
      const text = (commandName && i18nValue[commandName.locale]) || defaultValue
      return !commandName || text.toLowerCase().includes(commandName.like.toLowerCase())
    })
    .filter((command) => createTime.every(({ operator, time }) => meaning[operator](command.createTime, time)))
    .map(({ commandId }) => commandId)
    .toReversed()
  return { ids: fitting.slice((pageNo - 1) * pageSize, pageNo * pageSize), totalSize: fitting.length }
}

describe('a search over commands that are summed up', { timeout: 120_000 }, () => {
  let database: Database
  let store: CommandStore
  let commands: StoredCommand[] = []
  const sums = () => Number(database.sqlite.prepare('SELECT count(DISTINCT last_id) FROM command_sum').pluck().get())

  async function insertAll(more: StoredCommand[]): Promise<void> {
    commands = [...commands, ...more]
    await Promise.all(more.map((command) => store.insert(command)))
  }
  async function tidy(before: number): Promise<void> {
    commands = commands.filter(({ createTime, state }) => createTime >= before || state === 1 || state === 4)
    while ((await store.prune(before)) > 0);
  }
  const findsAll = () =>
    fc.assert(
      fc.property(filters, (filter) => {
        const { items, totalSize } = store.search({ productKey: 'pk', deviceKey: 'dk', ...filter })
        expect({ ids: items.map(({ commandId }) => commandId), totalSize }).toEqual(expected(commands, filter))
      }),
      { numRuns: 60 },
    )

  beforeAll(async () => {
    database = openDatabase('sqlite::memory:', migrations)
    store = createSqliteCommandStore(database)
    await insertAll(ended(1, 2300))
    await store.insert(storedCommand(1, { commandId: storedCommand(9000).commandId, deviceKey: 'other' }))
  })
  afterAll(() => database.close())

  it('finds and counts the same as one that looks at each', async () => {
    findsAll()
    expect(sums()).toBe(0)
    await tidy(start)
    expect(sums()).toBe(4)
    findsAll()
  })

  it('knows what came since, and sums up nothing that has not ended', async () => {
    await insertAll([storedCommand(2400, { createTime: start + 800 })])
    await insertAll(ended(2401, 3102))
    await tidy(start)
    expect(sums()).toBe(4)
    findsAll()
    await store.update(storedCommand(2400).commandId, { state: commandStates.expired })
    commands = commands.map((one) =>
      one.commandId === storedCommand(2400).commandId ? { ...one, state: commandStates.expired } : one,
    )
    findsAll()
    await tidy(start)
    expect(sums()).toBe(6)
    findsAll()
  })

  it('counts nothing that was removed', async () => {
    await tidy(start + 260)
    findsAll()
    expect(sums()).toBeLessThan(6)
    await tidy(start + 1000)
    findsAll()
  })
})

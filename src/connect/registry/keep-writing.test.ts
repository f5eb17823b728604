import { expect, it } from 'vitest'
import { openDatabase } from '#database/open-database.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { createSqliteRegistryStore } from '../store/sqlite/sqlite-registry-store.ts'
import { keepWriting } from './keep-writing.ts'
import type { StoredValue } from './ports.ts'

const device = { productKey: 'p', deviceKey: 'd' }
const one = { gateway: { productKey: 'p', deviceKey: 'g1' }, subDevice: device }
const other = { gateway: { productKey: 'p', deviceKey: 'g2' }, subDevice: device }
const times = { ...device, createTime: 1, activeTime: 2, lastOnlineTime: 3, lastOfflineTime: 0 }
const value = (id: string, text: string, time = 1): StoredValue => ({ ...device, id, time, value: text, quality: null })

function open() {
  const database = openDatabase('sqlite::memory:', migrations)
  const store = keepWriting(createSqliteRegistryStore(database))
  const disk = (takes: boolean) => database.sqlite.pragma(`query_only = ${takes ? 'OFF' : 'ON'}`)
  const refused = (...tries: Promise<void>[]) =>
    Promise.all(tries.map((one) => expect(one).rejects.toThrow('readonly')))
  return { ...store, disk, refused }
}

it('what a disk refused is written when it takes it again, and whoever asked has heard of the refusal', async () => {
  const { load, saveTimes, saveValues, link, disk, refused, stop } = open()
  disk(false)
  await refused(saveTimes([times]), saveValues([value('a', 'x'), value('b', 'y')]), link(one))
  await refused(saveValues([value('a', 'newer', 2)]))
  disk(true)
  await expect.poll(() => load().times).toEqual([times])
  expect(load().values).toEqual(expect.arrayContaining([value('a', 'newer', 2), value('b', 'y')]))
  expect(load().links).toEqual([one])
  stop()
})

it('what was refused is not written over what came later', async () => {
  const { load, saveValues, link, unlink, disk, refused, stop } = open()
  await link(one)
  disk(false)
  await refused(saveValues([value('a', 'old')]), unlink(one))
  disk(true)
  await Promise.all([saveValues([value('a', 'new', 2)]), link(other)])
  stop()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([load().values, load().links]).toEqual([[value('a', 'new', 2)], [other]])
})

it('at the end it is tried once more', async () => {
  const { load, saveValues, disk, refused, stop } = open()
  disk(false)
  await refused(saveValues([value('a', 'x')]))
  disk(true)
  stop()
  await expect.poll(() => load().values).toEqual([value('a', 'x')])
})

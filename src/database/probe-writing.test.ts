import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './open-database.ts'
import { probeWriting } from './probe-writing.ts'
import { watchFailures } from './watch-failures.ts'

describe('whoever watches a database', () => {
  it('is told of what the disk did not take, and not of work that was wrong; who wrote hears of both', async () => {
    const file = openDatabase('sqlite::memory:', ['CREATE TABLE a (b TEXT UNIQUE) STRICT'])
    let failures = 0
    const { sqlite, write } = watchFailures(file, () => failures++)
    const insert = sqlite.prepare("INSERT INTO a VALUES ('b')")
    await write(() => insert.run())
    await expect(write(() => insert.run())).rejects.toThrow('UNIQUE')
    expect(failures).toBe(0)
    sqlite.pragma('query_only = ON')
    await expect(write(() => insert.run())).rejects.toThrow('readonly')
    expect(failures).toBe(1)
    file.close()
  })
})

describe('the probe of a database', () => {
  it('writes to the disk and changes nothing', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'setpoint-probe-')), 'a.sqlite')
    const migrations = ['CREATE TABLE a (b TEXT) STRICT', 'SELECT 1']
    const database = openDatabase(`sqlite:${file}`, migrations)
    const before = statSync(`${file}-wal`).size
    await probeWriting(database)
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(before)
    expect(database.sqlite.pragma('user_version', { simple: true })).toBe(2)
    database.close()
    openDatabase(`sqlite:${file}`, migrations).close()
  })

  it('rejects where nothing can be written, and not any more when that is over', async () => {
    const database = openDatabase('sqlite::memory:', [])
    database.sqlite.pragma('query_only = ON')
    await expect(probeWriting(database)).rejects.toThrow('readonly')
    database.sqlite.pragma('query_only = OFF')
    await probeWriting(database)
    database.close()
  })
})

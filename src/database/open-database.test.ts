import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './open-database.ts'

const migrations = ['CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT']
const file = () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'setpoint-')), 'a', 'b.sqlite')}`

describe('a database', () => {
  it('keeps what was written across a close, and runs each migration once', async () => {
    const url = file()
    const first = openDatabase(url, migrations)
    await first.write(() => first.sqlite.prepare('INSERT INTO note (text) VALUES (?)').run('kept'))
    first.close()
    const second = openDatabase(url, [...migrations, 'ALTER TABLE note ADD COLUMN more TEXT'])
    expect(second.sqlite.prepare('SELECT text, more FROM note').all()).toEqual([{ text: 'kept', more: null }])
    second.close()
  })

  it('undoes only the work that throws, in a group that commits together', async () => {
    const database = openDatabase('sqlite::memory:', migrations)
    const insert = database.sqlite.prepare('INSERT INTO note (text) VALUES (?)')
    const results = await Promise.allSettled(['a', 'b', 'a', 'c'].map((text) => database.write(() => insert.run(text))))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(database.sqlite.prepare('SELECT text FROM note ORDER BY id').pluck().all()).toEqual(['a', 'b', 'c'])
    database.close()
  })

  it('writes what was asked for before it closes', async () => {
    const url = file()
    const database = openDatabase(url, migrations)
    const written = database.write(() => database.sqlite.prepare('INSERT INTO note (text) VALUES (?)').run('late'))
    database.close()
    await written
    const again = openDatabase(url, migrations)
    expect(again.sqlite.prepare('SELECT count(*) FROM note').pluck().get()).toBe(1)
    again.close()
  })

  it('refuses a file from a newer version and an address without a backend, in a sentence', () => {
    const url = file()
    openDatabase(url, [...migrations, 'SELECT 1']).close()
    expect(() => openDatabase(url, migrations)).toThrow(
      'b.sqlite cannot be used: its tables are of version 2, and this program knows 1: start the newer program',
    )
    expect(() => openDatabase('oracle:x', migrations)).toThrow('must begin with sqlite:')
  })
})

import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './open-database.ts'

const migrations = [
  `CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE INDEX note_by_text ON note (text);`,
]
const newFile = () => join(mkdtempSync(join(tmpdir(), 'setpoint-damaged-')), 'x.sqlite')
const open = (file: string) => openDatabase(`sqlite:${file}`, migrations)
const notes = (file: string): unknown => {
  const database = open(file)
  const count = database.sqlite.prepare('SELECT count(*) FROM note').pluck().get()
  database.close()
  return count
}

async function fill(file: string, count: number) {
  const database = open(file)
  const insert = database.sqlite.prepare('INSERT INTO note (text) VALUES (?)')
  await database.write(() => {
    for (let number = 0; number < count; number += 1) insert.run(`note ${number} ${'x'.repeat(200)}`)
  })
  return database
}

/** A file of many pages, closed. */
async function written(): Promise<string> {
  const file = newFile()
  ;(await fill(file, 500)).close()
  return file
}

/** Overwrites `length` bytes from `start` on. */
function scribble(file: string, start: number, length: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, start, start + length)
  writeFileSync(file, bytes)
}

/** The one sentence of the refusal. */
function refusal(file: string): string {
  try {
    open(file).close()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'it was opened'
}

describe('a database file', () => {
  const page = 4096

  it.each<[string, (file: string) => void]>([
    ['whose beginning is garbage', (file) => scribble(file, 0, 100)],
    ['that is a text', (file) => writeFileSync(file, 'Dear diary, today I was a database. '.repeat(200))],
    ['with a torn page', (file) => scribble(file, 5 * page, page / 2)],
    ['with a page of the index overwritten', (file) => scribble(file, 30 * page, page)],
    ['that was cut off', (file) => truncateSync(file, 20 * page + 100)],
  ])('%s is refused as damaged, with what to do', async (_damage, damage) => {
    const file = await written()
    damage(file)
    expect(refusal(file)).toMatch(
      /x\.sqlite is damaged \([^\n]+\): restore it from a backup, or move it away with x\.sqlite-wal and x\.sqlite-shm to begin with an empty one$/,
    )
    expect(existsSync(`${file}-in-use`)).toBe(false)
  })

  it('of another program is refused', () => {
    const file = newFile()
    const other = new Sqlite(file)
    other.exec('CREATE TABLE note (title TEXT)')
    other.close()
    expect(refusal(file)).toBe(`${file} cannot be used: table note already exists`)
  })

  it('in a folder that cannot be is refused, with what to do', () => {
    const file = newFile()
    writeFileSync(file, '')
    expect(refusal(join(file, 'y.sqlite'))).toContain('y.sqlite cannot be written (')
    expect(refusal(join(file, 'y.sqlite'))).toContain('or name another folder with DATA_DIR')
  })

  /** The files as a crash leaves them. */
  async function crashed(): Promise<string> {
    const [live, file] = [newFile(), newFile()]
    const database = await fill(live, 3)
    for (const end of ['', '-wal', '-in-use']) copyFileSync(live + end, file + end)
    database.close()
    return file
  }

  it('that was not closed is taken up with its -wal file, and refused where that is gone', async () => {
    const whole = await crashed()
    expect(notes(whole)).toBe(3)

    const file = await crashed()
    rmSync(`${file}-wal`)
    const sentence = refusal(file)
    expect(sentence).toMatch(/^x\.sqlite-wal, where the newest entries of .*x\.sqlite stood, is missing: put it back/)
    expect(sentence).toMatch(/delete x\.sqlite-in-use and start again$/)
    expect(existsSync(`${file}-wal`)).toBe(false)
    rmSync(`${file}-in-use`)
    expect(notes(file)).toBe(0)
  })

  it('that was closed needs no -wal file, though another program had it open too', async () => {
    const file = newFile()
    const first = await fill(file, 1)
    const second = open(file)
    second.close()
    expect(existsSync(`${file}-in-use`)).toBe(true)
    first.close()
    expect([existsSync(`${file}-wal`), existsSync(`${file}-in-use`)]).toEqual([false, false])
    expect(notes(file)).toBe(1)
  })
})

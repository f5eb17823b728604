import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openDatabase } from './open-database.ts'

const migrations = ['CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;']
const newFile = () => join(mkdtempSync(join(tmpdir(), 'setpoint-checkpoint-')), 'x.sqlite')
const open = (file: string) => openDatabase(`sqlite:${file}`, migrations)

async function write(database: ReturnType<typeof open>, text: string, count: number): Promise<void> {
  const insert = database.sqlite.prepare('INSERT INTO note (text) VALUES (?)')
  await database.write(() => {
    for (let number = 0; number < count; number += 1) insert.run(text)
  })
}

it('what is committed gets into the file itself without a turn that copies it', async () => {
  const file = newFile()
  const database = open(file)
  await write(database, 'to be found in the file', 600)
  await expect.poll(() => readFileSync(file).includes('to be found in the file'), { timeout: 20_000 }).toBe(true)
  database.close()
})

/** How often the file beside has begun anew, which SQLite counts in its header. */
function beginnings(file: string): number {
  const header = Buffer.alloc(16)
  const wal = openSync(`${file}-wal`, 'r')
  readSync(wal, header)
  closeSync(wal)
  return header.readUInt32BE(12)
}

it('while more is written than is copied, the file beside does not grow without end', {
  timeout: 120_000,
}, async () => {
  const file = newFile()
  const database = open(file)
  await write(database, 'x', 1)
  const first = beginnings(file)
  // How far it grows depends on when the thread gets its turn; that it begins anew does not.
  for (let round = 0; beginnings(file) < first + 3 && round < 400; round += 1) {
    await write(database, 'x'.repeat(3000), 300)
    await sleep(1)
  }
  expect(beginnings(file)).toBe(first + 3)
  database.close()
})

it('a file that is closed right after, or while it is copied, stands alone and is opened again', async () => {
  const file = newFile()
  for (const pause of [0, 0, 20, 60]) {
    const database = open(file)
    await write(database, 'x'.repeat(1000), 2000)
    await sleep(pause)
    database.close()
    expect([existsSync(`${file}-wal`), existsSync(`${file}-in-use`)]).toEqual([false, false])
  }
  const database = open(file)
  expect(database.sqlite.prepare('SELECT count(*) FROM note').pluck().get()).toBe(8000)
  database.close()
})

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#database/open-database.ts'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { openOperationStore } from '../store/sqlite/open-operation-store.ts'
import { runAudit } from './run-audit.ts'
import { verify } from './verify.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'setpoint-audit-')), 'proxy.sqlite')

/** Three operations, of which the first has ended: genesis, three records, one change. */
async function start(file = ':memory:') {
  const database = openDatabase(`sqlite:${file}`, migrations)
  const store = openOperationStore(database, () => {})
  for (const id of ['a', 'b', 'c']) await store.record(anOperation({ id }))
  await store.change('a', { outcome: 'done', code: 0, endTime: 2000, steps: [{ kind: 'answered', time: 2000 }] })
  return { ...database, store }
}

/** What somebody can do who owns the file. */
function forge(sqlite: Sqlite.Database, sql: string): void {
  const triggers = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) sqlite.exec(`DROP TRIGGER ${name}`)
  sqlite.exec(sql)
}

describe('the record of operations', () => {
  it('has an entry for each record and each change, whole from the genesis on', async () => {
    const { sqlite, store } = await start()
    const entries = sqlite.prepare('SELECT operationId, text FROM audit ORDER BY seq').all() as {
      operationId: string
      text: string
    }[]
    expect(entries.map(({ operationId }) => operationId)).toEqual(['', 'a', 'b', 'c', 'a'])
    expect(JSON.parse(entries[4]?.text ?? '')).toEqual({
      kind: 'change',
      change: { code: 0, endTime: 2000, outcome: 'done', revision: 4, steps: [{ kind: 'answered', time: 2000 }] },
    })
    expect(entries[1]?.text).toContain('"body":"{\\"value\\":1.0}"')
    expect(verify(sqlite)).toEqual({ head: store.auditHead(), fault: null })
    expect(store.auditHead().count).toBe(5)
  })

  it('refuses to be changed, shortened or replaced', async () => {
    const { sqlite } = await start()
    for (const sql of [
      "UPDATE audit SET text = '{}' WHERE seq = 2",
      'DELETE FROM audit WHERE seq = 5',
      "INSERT OR REPLACE INTO audit VALUES (5, 'a', 4, 0, '{}', '', '')",
      "INSERT INTO audit VALUES (6, 'a', 4, 0, '{}', 'of another', '')",
      'UPDATE auditHead SET count = 4',
      'DELETE FROM auditHead',
    ]) {
      expect(() => sqlite.exec(sql), sql).toThrow(/append-only|grows at its end/)
    }
    expect(verify(sqlite).fault).toBeNull()
  })

  it('names the entry that was changed, whatever was changed in it', { timeout: 120_000 }, async () => {
    const { sqlite } = await start()
    sqlite.exec('DROP TRIGGER audit_unchanged')
    const column = fc.constantFrom('operationId', 'revision', 'time', 'text', 'previous', 'hash')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), column, fc.nat(999), (seq, name, number) => {
        const before = sqlite.prepare(`SELECT ${name} FROM audit WHERE seq = ?`).pluck().get(seq)
        const set = sqlite.prepare(`UPDATE audit SET ${name} = ? WHERE seq = ?`)
        set.run(typeof before === 'number' ? before + 1 + number : `${before} `, seq)
        expect(verify(sqlite)).toMatchObject({ head: { count: seq - 1 }, fault: { kind: 'entryChanged', seq } })
        set.run(before, seq)
        expect(verify(sqlite).fault).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  it('names an entry that is missing, and an end that was cut off', async () => {
    const middle = await start()
    forge(middle.sqlite, 'DELETE FROM audit WHERE seq = 3')
    expect(verify(middle.sqlite).fault).toMatchObject({ kind: 'entryMissing', seq: 3 })
    const end = await start()
    forge(end.sqlite, 'DELETE FROM audit WHERE seq > 3')
    expect(verify(end.sqlite).fault).toEqual({ kind: 'endMissing', seq: 4, count: 5 })
    const all = await start()
    forge(all.sqlite, 'DELETE FROM audit')
    expect(verify(all.sqlite).fault).toEqual({ kind: 'endMissing', seq: 1, count: 5 })
  })

  it('shows a cut that took its head along by the operations, or by a hash noted down earlier', async () => {
    const { sqlite, store } = await start()
    const noted = store.auditHead().hash
    const cut =
      'DELETE FROM audit WHERE seq > 4; UPDATE auditHead SET count = 4, hash = (SELECT hash FROM audit WHERE seq = 4)'
    forge(sqlite, cut)
    expect(verify(sqlite).fault).toEqual({ kind: 'operationChanged', operationId: 'a' })
    forge(sqlite, "UPDATE operation SET outcome = 'waiting', code = NULL, endTime = NULL, revision = 1 WHERE id = 'a'")
    forge(sqlite, `UPDATE operation SET steps = '[{"kind":"recorded","time":1000}]' WHERE id = 'a'`)
    expect(verify(sqlite).fault).toBeNull()
    expect(verify(sqlite, noted).fault).toEqual({ kind: 'headMissing', hash: noted })
  })

  it('names an operation whose row was changed, removed or put in past the chain', async () => {
    const changed = await start()
    changed.sqlite.exec(`UPDATE operation SET body = '{"value":1}' WHERE id = 'b'`)
    expect(verify(changed.sqlite).fault).toEqual({ kind: 'operationChanged', operationId: 'b' })
    const removed = await start()
    removed.sqlite.exec("DELETE FROM operation WHERE id = 'c'")
    expect(verify(removed.sqlite).fault).toEqual({ kind: 'operationMissing', operationId: 'c' })
  })

  it('takes in the operations of an older database, once', async () => {
    const file = newFile()
    const old = openDatabase(`sqlite:${file}`, migrations.slice(0, 1))
    old.sqlite.exec(`INSERT INTO operation VALUES (7, 'old', 3, 'key-old', 'local', 1, 2, 'o1', 'a1', '', '', 'p', 0, 30,
      '{"value":1}', NULL, 'unknown', 'interrupted', NULL, '', '', NULL, '[{"kind":"recorded","time":1}]', '', '')`)
    old.close()
    for (let start = 0; start < 2; start++) {
      const database = openDatabase(`sqlite:${file}`, migrations)
      const store = openOperationStore(database, () => {})
      expect(store.auditHead().count).toBe(2)
      expect(store.get('old')).toMatchObject({ outcome: 'unknown' })
      expect(verify(database.sqlite).fault).toBeNull()
      database.close()
    }
  })
})

describe('the program audit', () => {
  const run = (...args: string[]) => {
    const lines: string[] = []
    return { code: runAudit(args, {}, (line) => lines.push(line)), text: lines.join('\n') }
  }

  it('prints the head of a whole record, also while the proxy has it open, and knows it again', async () => {
    const file = newFile()
    const { close, store } = await start(file)
    const { count, hash } = store.auditHead()
    expect(run('verify', '--file', file)).toEqual({ code: 0, text: `whole: ${count} entries, hash ${hash}` })
    await store.record(anOperation({ id: 'd' }))
    expect(run('verify', '--file', file, '--contains', hash).code).toBe(0)
    close()
  })

  it('ends with 1 and names the first fault, and with 2 where it cannot check', async () => {
    const file = newFile()
    const { close, sqlite } = await start(file)
    forge(sqlite, "UPDATE audit SET text = '{}' WHERE seq = 3")
    close()
    expect(run('verify', '--file', file)).toMatchObject({
      code: 1,
      text: expect.stringContaining('BROKEN: entry 3 was changed (operation b)'),
    })
    expect(run('verify', '--file', `${file}-none`).code).toBe(2)
    expect(run()).toMatchObject({ code: 2, text: expect.stringContaining('Usage') })
    new Sqlite(`${file}-old`).exec('CREATE TABLE operation (id TEXT)').close()
    expect(run('verify', '--file', `${file}-old`).text).toContain('no audit chain yet')
  })
})

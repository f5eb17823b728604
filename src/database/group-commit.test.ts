import { describe, expect, it } from 'vitest'
import { openDatabase } from './open-database.ts'

/** A row of the text `undo` undoes the whole transaction, as a full disk may. */
const migrations = [
  `CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TRIGGER undo BEFORE INSERT ON note WHEN NEW.text = 'undo'
    BEGIN SELECT RAISE(ROLLBACK, 'all is undone'); END;`,
]

function opened() {
  const database = openDatabase('sqlite::memory:', migrations)
  const insert = database.sqlite.prepare('INSERT INTO note (text) VALUES (?)')
  const write = (text: string) => database.write(() => insert.run(text))
  const notes = () => database.sqlite.prepare('SELECT text FROM note ORDER BY id').pluck().all()
  return { ...database, write, notes }
}
const statuses = async (writes: Promise<unknown>[]) => (await Promise.allSettled(writes)).map(({ status }) => status)

describe('a group that commits together', () => {
  it('is refused whole where the disk undid it in the middle: what is told as refused is not stored', async () => {
    const { write, notes, close } = opened()
    expect(await statuses(['a', 'undo', 'c'].map(write))).toEqual(['rejected', 'rejected', 'rejected'])
    expect(notes()).toEqual([])
    expect(await statuses([write('d')])).toEqual(['fulfilled'])
    expect(notes()).toEqual(['d'])
    close()
  })

  it('is refused while the file may not grow, and goes on by itself when it may', async () => {
    const { sqlite, write, notes, close } = opened()
    await write('kept')
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    sqlite.pragma(`max_page_count = ${pages}`)
    const long = 'x'.repeat(100_000)
    const results = await Promise.allSettled([write(long), write('short'), write(long)])
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(2)
    const stored = results.flatMap(({ status }, place) =>
      status === 'fulfilled' ? [[long, 'short', long][place]] : [],
    )
    expect(notes()).toEqual(['kept', ...stored])
    sqlite.pragma(`max_page_count = ${pages + 1000}`)
    await write(long)
    expect(notes()).toEqual(['kept', ...stored, long])
    close()
  })
})

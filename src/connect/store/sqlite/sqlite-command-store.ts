import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#database/open-database.ts'
import type { CommandChange, CommandStore, StoredCommand } from '../../commands/ports.ts'
import { commandColumns, rowReader, writeRow } from './command-row.ts'
import { createCommandSearch } from './command-search.ts'
import { createCommandSums } from './command-sums.ts'
import { createNameReader } from './create-name-reader.ts'
import { nameIn } from './name-in.ts'

const columns = {
  state: 'state',
  sentTime: 'sent_time',
  endTime: 'end_time',
  resultCode: 'result_code',
  resultMsg: 'result_msg',
} as const satisfies Record<keyof CommandChange, string>
const columnNames = Object.keys(columns) as (keyof CommandChange)[]

type Statement = ReturnType<Database['sqlite']['prepare']>

/** So many at a time, and so long between them in ms, that the others' writes hardly wait, and the disk keeps up. */
const [pruneStep, pruneRest] = [50, 10]

/** Commands in a database opened with `migrations`. */
export function createSqliteCommandStore({ sqlite, write }: Database): CommandStore {
  const readName = createNameReader()
  const readRow = rowReader(readName)
  sqlite.function('name_in', { deterministic: true }, nameIn(readName))
  const search = createCommandSearch(sqlite)
  const sums = createCommandSums({ sqlite })

  const columnList = commandColumns.join()
  const insert = sqlite.prepare(`INSERT INTO command (${columnList})
    VALUES (${commandColumns.map(() => '?').join()})`)
  /** By the names of what they change: there are only a few such sets. */
  const updates = new Map<string, Statement>()
  function updateOf(names: (keyof CommandChange)[]): Statement {
    const known = updates.get(names.join())
    if (known) return known
    const changes = names.map((name) => `${columns[name]} = ?`).join(', ')
    const made = sqlite.prepare(`UPDATE command SET ${changes} WHERE command_id = ?`)
    updates.set(names.join(), made)
    return made
  }
  const get = sqlite.prepare(`SELECT ${columnList} FROM command WHERE command_id = ?`).raw()
  const unfinished = sqlite.prepare(`SELECT ${columnList} FROM command WHERE state IN (1, 4) ORDER BY command_id`).raw()
  const lastId = sqlite
    .prepare(
      'SELECT max(id) FROM (SELECT max(command_id) AS id FROM command UNION ALL SELECT command_id FROM pruned_command_id)',
    )
    .pluck()
  const keepLastId =
    sqlite.prepare(`INSERT INTO pruned_command_id SELECT * FROM (SELECT 1, command_id FROM command ORDER BY command_id DESC LIMIT 1)
    WHERE true ON CONFLICT DO UPDATE SET command_id = max(command_id, excluded.command_id)`)
  const prune = sqlite.prepare(`DELETE FROM command WHERE command_id IN (
    SELECT command_id FROM command WHERE create_time < ? AND state NOT IN (1, 4) ORDER BY create_time LIMIT ${pruneStep})`)

  /** What is left after removing is summed up for those who search. */
  async function sumUp(): Promise<void> {
    while (sqlite.open && (await write(sums.sumUp))) await sleep(pruneRest)
  }

  /** What is to be stored and is not yet: what becomes of it meanwhile is stored along with it, in one row's time. */
  const asked = new Map<string, { command: StoredCommand; stored: Promise<void> }>()

  return {
    insert: (given) => {
      const { commandId } = given
      const command = { ...given }
      const stored = write(() => {
        asked.delete(commandId)
        insert.run(writeRow(command))
      })
      asked.set(commandId, { command, stored })
      stored.catch(() => asked.delete(commandId))
      return stored
    },

    update: (commandId, change) => {
      const names = columnNames.filter((name) => change[name] !== undefined)
      const first = asked.get(commandId)
      if (first) {
        for (const name of names) Object.assign(first.command, { [name]: change[name] })
        return first.stored
      }
      const values = names.map((name) => change[name])
      return write(() => {
        const { changes } = updateOf(names).run([...values, commandId])
        if (changes === 0) throw new Error(`no command ${commandId} is stored`)
      })
    },

    get: (commandId) => {
      const row = get.get(commandId)
      return row === undefined ? undefined : readRow(row)
    },

    search: (filter) => {
      const { rows, totalSize } = search(filter)
      return { items: rows.map(readRow), totalSize }
    },

    unfinished: () => {
      const commands: StoredCommand[] = []
      for (const row of unfinished.iterate()) commands.push(readRow(row))
      return commands
    },

    async prune(time) {
      const removed = await write(() => {
        keepLastId.run()
        sums.forget(time)
        return prune.run(time).changes
      })
      if (removed > 0) await sleep(pruneRest)
      else await sumUp()
      return removed
    },

    lastCommandId: () => {
      const id = lastId.get()
      return typeof id === 'string' ? id : undefined
    },
  }
}

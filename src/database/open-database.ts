import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createCheckpointThread } from './checkpoint-thread.ts'
import { damaged, databaseTrouble } from './database-trouble.ts'
import { groupCommit } from './group-commit.ts'
import { createInUseMark } from './in-use-mark.ts'
import { migrate } from './migrate.ts'

/** A store's way to its disk: statements are prepared on `sqlite`, and whatever changes goes through `write`. */
export interface Database {
  readonly sqlite: Sqlite.Database
  /**
   * Runs `work` in the one transaction of this turn of the event loop and resolves when it is on disk.
   * Work that throws is undone alone and rejects alone.
   */
  write<T>(work: () => T): Promise<T>
  /** Ends what was asked for and closes. */
  close(): void
}

/** An opened file, with what is to be done around its closing. */
interface Opened {
  sqlite: Sqlite.Database
  committed(): void
  closing(): void
  closed(): void
}

const nothing = (): void => undefined

/** All pages, about 1 s for a million commands: what is damaged shall show now, and not in the middle of a command. */
function assertSound(sqlite: Sqlite.Database): void {
  const finding = String(sqlite.pragma('quick_check(1)', { simple: true }))
  if (finding !== 'ok') throw damaged(finding.replaceAll('\n', ' '))
}

function prepare(sqlite: Sqlite.Database, migrations: readonly string[]): void {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // 16 MB of pages at hand, so that a long history does not push out what every command touches.
  sqlite.pragma('cache_size = -16000')
  assertSound(sqlite)
  migrate(sqlite, migrations)
}

function openFile(file: string, migrations: readonly string[]): Opened {
  const mark = createInUseMark(file)
  mark.assertWhole()
  let sqlite: Sqlite.Database | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    sqlite = new Sqlite(file)
    prepare(sqlite, migrations)
    mark.make()
    const checkpoints = createCheckpointThread(sqlite, file)
    const closing = (): void => {
      checkpoints.stop()
      mark.remove()
    }
    return { sqlite, committed: checkpoints.committed, closing, closed: mark.leave }
  } catch (error) {
    sqlite?.close()
    throw databaseTrouble(file, error)
  }
}

function openInMemory(migrations: readonly string[]): Opened {
  const sqlite = new Sqlite(':memory:')
  prepare(sqlite, migrations)
  return { sqlite, committed: nothing, closing: nothing, closed: nothing }
}

/** URL scheme → opener. */
const backends = {
  sqlite: (address: string, migrations: readonly string[]): Opened =>
    address === ':memory:' ? openInMemory(migrations) : openFile(address, migrations),
} as const

/**
 * Opens `sqlite:path/to/file` or `sqlite::memory:` and brings it to the newest of `migrations`.
 * WAL with synchronous=FULL: what `write` resolved survives a power cut.
 * @throws Error that says in one sentence what is wrong and what to do: the URL's scheme has no backend, or the file was
 * made by a newer version, is damaged or incomplete, or cannot be written.
 */
export function openDatabase(url: string, migrations: readonly string[]): Database {
  const [scheme = '', ...rest] = url.split(':')
  if (!Object.hasOwn(backends, scheme)) {
    throw new Error(`no database for "${url}": the address must begin with ${Object.keys(backends).join(': or ')}:`)
  }
  const { sqlite, committed, closing, closed } = backends[scheme as keyof typeof backends](rest.join(':'), migrations)
  const group = groupCommit(sqlite, committed)
  return {
    sqlite,
    write: group.write,
    close: () => {
      group.flush()
      closing()
      sqlite.close()
      closed()
    },
  }
}

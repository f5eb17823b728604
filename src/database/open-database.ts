import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { groupCommit } from './group-commit.ts'
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

/** URL scheme → opener. */
const backends = {
  sqlite: (address: string): Sqlite.Database => {
    if (address !== ':memory:') mkdirSync(dirname(address), { recursive: true })
    return new Sqlite(address)
  },
} as const

/**
 * Opens `sqlite:path/to/file` or `sqlite::memory:` and brings it to the newest of `migrations`.
 * WAL with synchronous=FULL: what `write` resolved survives a power cut.
 * @throws Error naming the URL where its scheme has no backend or the file was made by a newer version.
 */
export function openDatabase(url: string, migrations: readonly string[]): Database {
  const [scheme = '', ...rest] = url.split(':')
  if (!Object.hasOwn(backends, scheme)) {
    throw new Error(`no database for "${url}": the address must begin with ${Object.keys(backends).join(': or ')}:`)
  }
  const sqlite = backends[scheme as keyof typeof backends](rest.join(':'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  migrate(sqlite, migrations)
  const group = groupCommit(sqlite)
  return {
    sqlite,
    write: group.write,
    close: () => {
      group.flush()
      sqlite.close()
    },
  }
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { databaseTrouble } from './database-trouble.ts'

/**
 * Keeps other programs of the same kind out of a data folder: two would take up the same open commands.
 * The answer gives it free; so does the end of this program, in whatever way, because the lock is the system's.
 * @param name of the lock's file, `<name>.lock`.
 * @param holder what else may have it, for the sentence.
 * @throws Error naming the folder where another program has it, or where it cannot be written.
 */
export function claimFolder(folder: string, name: string, holder: string): () => void {
  const file = join(folder, `${name}.lock`)
  let lock: Sqlite.Database | undefined
  try {
    mkdirSync(folder, { recursive: true })
    lock = new Sqlite(file, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock?.close()
    if (cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new Error(`the data folder ${folder} is in use by ${holder}`, { cause })
    }
    throw databaseTrouble(file, cause)
  }
  const held = lock
  return () => held.close()
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/**
 * Keeps other programs of the same kind out of a data folder: two would take up the same open commands.
 * The answer gives it free; so does the end of this program, in whatever way, because the lock is the system's.
 * @param name of the lock's file, `<name>.lock`.
 * @param holder what else may have it, for the sentence.
 * @throws Error naming the folder where another program has it.
 */
export function claimFolder(folder: string, name: string, holder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = new Sqlite(join(folder, `${name}.lock`), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new Error(`the data folder ${folder} is in use by ${holder}`, { cause })
  }
  return () => lock.close()
}

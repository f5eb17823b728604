import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/**
 * Keeps other programs out of a data folder: two would send the same waiting commands. The answer gives it free;
 * so does the end of this program, in whatever way, because the lock is the system's.
 * @throws Error naming the folder where another program has it.
 */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = new Sqlite(join(folder, 'connect.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new Error(`the data folder ${folder} is in use by another embedded EnOS`, { cause })
  }
  return () => lock.close()
}

import { basename } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Result codes of SQLite and of the system, by how they begin → what is wrong and what to do. */
const sentences: [RegExp, (file: string, why: string) => string][] = [
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    (file, why) =>
      `${file} is damaged (${why}): restore it from a backup, or move it away with ${basename(file)}-wal and ${basename(file)}-shm to begin with an empty one`,
  ],
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    (file) => `there is no space left for ${file}: make some on its disk, then start again`,
  ],
  [
    /^(SQLITE_(READONLY|CANTOPEN|PERM)|EROFS|EACCES|EPERM|EEXIST|ENOTDIR|EISDIR)/,
    (file, why) =>
      `${file} cannot be written (${why}): let this program's account write there, or name another folder with DATA_DIR`,
  ],
  [/^SQLITE_(BUSY|LOCKED)/, (file) => `${file} is held by another program: end that, then start again`],
  [/^(SQLITE_IOERR|EIO)/, (file, why) => `the disk of ${file} fails (${why}): check it, then start again`],
]

const codeOf = (cause: unknown): string =>
  cause instanceof Sqlite.SqliteError || (cause instanceof Error && 'code' in cause) ? String(cause.code) : ''

/** @returns an error whose one sentence tells whoever starts the program what is wrong with its file, and what to do. */
export function databaseTrouble(file: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause)
  const code = codeOf(cause)
  const [, sentence] = sentences.find(([begin]) => begin.test(code)) ?? []
  return new Error(sentence?.(file, why) ?? `${file} cannot be used: ${why}`, { cause })
}

/** For what SQLite itself does not call an error. */
export const damaged = (why: string): Error => new Sqlite.SqliteError(why, 'SQLITE_CORRUPT')

import type { Database } from './open-database.ts'

/** SQLite's words for a disk that is full, read-only, broken or kept by somebody else. */
const ofDisk = /^SQLITE_(FULL|READONLY|IOERR|BUSY|LOCKED|CANTOPEN|PERM|CORRUPT|NOTADB)/

const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && ofDisk.test(error.code)

/** The database, with somebody beside it who is told of each write that the disk did not take. */
export const watchFailures = (database: Database, failed: () => void): Database => ({
  ...database,
  write(work) {
    const written = database.write(work)
    // Whoever asked for it hears of it too: nothing waits for this.
    written.catch((error: unknown) => {
      if (isOfDisk(error)) failed()
    })
    return written
  },
})

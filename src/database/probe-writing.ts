import type { Database } from './open-database.ts'

/**
 * Writes to the disk what stands in the file already: the count of its migrations.
 * Rejects where the disk is full, read-only or gone, or another program keeps the file for itself.
 */
export const probeWriting = ({ sqlite, write }: Pick<Database, 'sqlite' | 'write'>): Promise<void> =>
  write(() => {
    sqlite.pragma(`user_version = ${Number(sqlite.pragma('user_version', { simple: true }))}`)
  })

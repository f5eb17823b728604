import type Sqlite from 'better-sqlite3'

/**
 * Runs the migrations that the file has not seen; its `user_version` counts them.
 * @throws Error where the file has seen more than this program knows.
 */
export function migrate(sqlite: Sqlite.Database, migrations: readonly string[]): void {
  const seen = Number(sqlite.pragma('user_version', { simple: true }))
  if (seen > migrations.length) {
    throw new Error(
      `its tables are of version ${seen}, and this program knows ${migrations.length}: start the newer program that wrote it, or restore a backup of before`,
    )
  }
  const run = sqlite.transaction(() => {
    for (const migration of migrations.slice(seen)) sqlite.exec(migration)
    sqlite.pragma(`user_version = ${migrations.length}`)
  })
  run.immediate()
}

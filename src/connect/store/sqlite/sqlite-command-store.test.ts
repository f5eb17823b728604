import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#database/open-database.ts'
import { commandStoreSuite } from '../command-store.suite.ts'
import { migrations } from './migrations.ts'
import { createSqliteCommandStore } from './sqlite-command-store.ts'

commandStoreSuite('SQLite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'setpoint-commands-'))
  const open = () => openDatabase(`sqlite:${join(directory, 'connect.sqlite')}`, migrations)
  let database = open()
  return {
    store: createSqliteCommandStore(database),
    reopen: () => {
      database.close()
      database = open()
      return createSqliteCommandStore(database)
    },
    close: () => {
      database.close()
      rmSync(directory, { recursive: true })
    },
  }
})

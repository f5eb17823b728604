import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '#database/open-database.ts'
import { migrations } from './migrations.ts'

export const peopleFile = (dataDirectory: string): string => join(dataDirectory, 'people.sqlite')

/** The file of people; a new one only the account of this program can read, and SQLite makes those beside it alike. */
export function openPeopleFile(dataDirectory: string): Database {
  mkdirSync(dataDirectory, { recursive: true })
  const file = peopleFile(dataDirectory)
  closeSync(openSync(file, 'a', 0o600))
  return openDatabase(`sqlite:${file}`, migrations)
}

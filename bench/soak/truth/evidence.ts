import { existsSync, readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { StoredCommand } from '../../../src/connect/commands/ports.ts'
import { commandColumns, rowReader } from '../../../src/connect/store/sqlite/command-row.ts'
import { createNameReader } from '../../../src/connect/store/sqlite/create-name-reader.ts'
import type { Operation } from '../../../src/contract/panel/operation.ts'
import { readRow as readOperation } from '../../../src/proxy/store/sqlite/operation-row.ts'
import type { Jump } from '../disturb.ts'
import type { AskedCancel, AskedSend } from '../drive.ts'
import type { DeviceLine } from '../fleet/device-log.ts'
import type { Trouble } from '../link.ts'
import type { Outage } from '../program.ts'
import type { Claim } from './claim.ts'

/** All that anybody noted down: the rig, the proxy, connect and the devices. */
export interface Evidence {
  asked: AskedSend[]
  cancels: AskedCancel[]
  operations: Operation[]
  commands: StoredCommand[]
  devices: DeviceLine[]
  troubles: Trouble[]
  outages: Outage[]
  jumps: Jump[]
  /** When connect or the devices could do nothing, since the machine did not let them; ms of `realTime`. */
  heldUp: { from: number; to: number }[]
}

/** Something that does not hold, and what is known about it. */
export interface Violation {
  claim: Claim
  words: string
  about: unknown
}

function rowsOf<T>(file: string, sql: string, read: (row: unknown) => T, isRaw = false): T[] {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return sqlite.prepare(sql).raw(isRaw).all().map(read)
  } finally {
    sqlite.close()
  }
}

export const readOperations = (file: string): Operation[] =>
  rowsOf(file, 'SELECT * FROM operation ORDER BY seq', (row) => readOperation(row).operation)

/** In the order of their ids, which is that of their acceptance. */
export const readCommands = (file: string): StoredCommand[] =>
  rowsOf(file, `SELECT ${commandColumns.join()} FROM command ORDER BY command_id`, rowReader(createNameReader()), true)

/** A last line that is not whole was cut off by a kill: what it would have told was not done. */
function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line): Line[] => {
    try {
      return [JSON.parse(line)]
    } catch {
      return []
    }
  })
}

export const readDeviceLog = (file: string): DeviceLine[] => linesOf(file)

/** @param files of which those that nothing was noted in are not there. */
export const readHeldUp = (files: string[]): Evidence['heldUp'] =>
  files.filter((file) => existsSync(file)).flatMap((file) => linesOf<Evidence['heldUp'][number]>(file))

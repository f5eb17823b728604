import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { type Fault, verify } from './verify.ts'

export const auditUsage = `Usage: audit verify [--file <proxy.sqlite>] [--contains <hash>]
  Checks the record of operations: its hash chain, its end, and that the operations shown are those recorded.
  --file      the proxy's database; $DATA_DIR/proxy.sqlite unless given
  --contains  the hash of an earlier end of the chain, noted down outside of this machine`

function sentence(fault: Fault): string {
  switch (fault.kind) {
    case 'entryMissing':
      return `entry ${fault.seq} is missing`
    case 'entryChanged':
      return `entry ${fault.seq} was changed (operation ${fault.operationId || 'none: the beginning of the chain'})`
    case 'linkBroken':
      return `entry ${fault.seq} does not follow from the one before (operation ${fault.operationId || 'none'})`
    case 'endMissing':
      return `the end is cut off or replaced from entry ${fault.seq} on: there were ${fault.count}`
    case 'headMissing':
      return `no entry has the hash ${fault.hash}: the chain was rewritten or cut, or is another one`
    case 'operationMissing':
      return `operation ${fault.operationId} was removed from the list, its entries are still there`
    case 'operationChanged':
      return `operation ${fault.operationId} is not shown as its entries tell it`
  }
}

/** The folder of the program's own setting, by default (config.ts). */
const fileOf = (environment: Record<string, string | undefined>): string =>
  join(environment.DATA_DIR?.trim() || './data', 'proxy.sqlite')

/**
 * The program `audit`.
 * @returns its exit code: 0 whole, 1 something is wrong with the record, 2 it could not be checked.
 */
export function runAudit(
  args: string[],
  environment: Record<string, string | undefined>,
  print: (line: string) => void,
): number {
  let sqlite: Sqlite.Database | undefined
  try {
    const options = { file: { type: 'string' }, contains: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length !== 1 || positionals[0] !== 'verify') throw new Error(auditUsage)
    const file = values.file ?? fileOf(environment)
    if (!existsSync(file)) throw new Error(`there is no ${file}: name the proxy's database with --file or DATA_DIR`)
    sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    if (!sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").get()) {
      throw new Error(`${file} has no audit chain yet: start this version of the proxy on it once`)
    }
    const { head, fault } = verify(sqlite, values.contains)
    if (fault) {
      print(`BROKEN: ${sentence(fault)}`)
      print(`whole up to entry ${head.count}, hash ${head.hash}`)
      return 1
    }
    print(`whole: ${head.count} entries, hash ${head.hash}`)
    return 0
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 2
  } finally {
    sqlite?.close()
  }
}

import { type CommandState, commandStates } from '#contract/enos/command.ts'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { StoredCommand } from '../../commands/ports.ts'
import type { NameReader } from './create-name-reader.ts'

/** The columns in the order of {@link writeRow} and {@link rowReader}. */
export const commandColumns = [
  ...['command_id', 'org_id', 'product_key', 'device_key', 'asset_id', 'measurepoint_id', 'command_name', 'value'],
  ...['create_time', 'timeout', 'pending_ttl', 'state', 'sent_time', 'end_time', 'result_code', 'result_msg'],
] as const

const states: ReadonlySet<unknown> = new Set(Object.values(commandStates))
const isState = (value: unknown): value is CommandState => states.has(value)

/**
 * Reads a row column by column, in their order (`raw`). By hand: a restart reads 100,000 rows before its first answer, and
 * a schema would take twice as long as SQLite. The table itself is STRICT, and all of it is checked when it is opened.
 * @throws Error where the file was changed by something else.
 */
export function rowReader(readName: NameReader): (row: unknown) => StoredCommand {
  return (row) => {
    if (!Array.isArray(row)) throw new TypeError('a row is read as a list of its columns')
    const columns: unknown[] = row
    return {
      commandId: text(columns, 0),
      orgId: text(columns, 1),
      productKey: text(columns, 2),
      deviceKey: text(columns, 3),
      assetId: text(columns, 4),
      measurepointId: text(columns, 5),
      commandName: readName(text(columns, 6)),
      value: parseExact(text(columns, 7)),
      createTime: whole(columns, 8),
      timeout: whole(columns, 9),
      pendingTtl: whole(columns, 10),
      state: state(columns, 11),
      sentTime: columns[12] === null ? null : whole(columns, 12),
      endTime: columns[13] === null ? null : whole(columns, 13),
      resultCode: columns[14] === null ? null : whole(columns, 14),
      resultMsg: columns[15] === null ? null : text(columns, 15),
    }
  }
}

const foreign = (columns: unknown[], place: number): Error =>
  new Error(`${commandColumns[place]} of command ${columns[0]} was changed by something else`)

function text(columns: unknown[], place: number): string {
  const value = columns[place]
  if (typeof value !== 'string') throw foreign(columns, place)
  return value
}

function whole(columns: unknown[], place: number): number {
  const value = columns[place]
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw foreign(columns, place)
  return value
}

function state(columns: unknown[], place: number): CommandState {
  const value = columns[place]
  if (!isState(value)) throw foreign(columns, place)
  return value
}

/** By place, which takes SQLite less time to read than by name. */
export const writeRow = (command: StoredCommand): (string | number | null)[] => [
  command.commandId,
  command.orgId,
  command.productKey,
  command.deviceKey,
  command.assetId,
  command.measurepointId,
  JSON.stringify(command.commandName),
  stringifyExact(command.value),
  command.createTime,
  command.timeout,
  command.pendingTtl,
  command.state,
  command.sentTime,
  command.endTime,
  command.resultCode,
  command.resultMsg,
]

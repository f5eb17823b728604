import * as z from 'zod/mini'
import { commandStates } from '#contract/enos/command.ts'
import { stringI18nSchema } from '#contract/enos/string-i18n.ts'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { StoredCommand } from '../../commands/ports.ts'

/** A row of the table `command`. */
const rowSchema = z.object({
  command_id: z.string(),
  org_id: z.string(),
  product_key: z.string(),
  device_key: z.string(),
  asset_id: z.string(),
  measurepoint_id: z.string(),
  command_name: z.string(),
  value: z.string(),
  create_time: z.int(),
  timeout: z.int(),
  pending_ttl: z.int(),
  state: z.enum(commandStates),
  sent_time: z.nullable(z.int()),
  end_time: z.nullable(z.int()),
  result_code: z.nullable(z.int()),
  result_msg: z.nullable(z.string()),
})

/** @throws ZodError where the file was changed by something else. */
export function readRow(received: unknown): StoredCommand {
  const row = rowSchema.parse(received)
  return {
    commandId: row.command_id,
    orgId: row.org_id,
    productKey: row.product_key,
    deviceKey: row.device_key,
    assetId: row.asset_id,
    measurepointId: row.measurepoint_id,
    commandName: stringI18nSchema.parse(JSON.parse(row.command_name)),
    value: parseExact(row.value),
    createTime: row.create_time,
    timeout: row.timeout,
    pendingTtl: row.pending_ttl,
    state: row.state,
    sentTime: row.sent_time,
    endTime: row.end_time,
    resultCode: row.result_code,
    resultMsg: row.result_msg,
  }
}

/** The columns in the order of {@link writeRow}. */
export const commandColumns = [
  ...['command_id', 'org_id', 'product_key', 'device_key', 'asset_id', 'measurepoint_id', 'command_name', 'value'],
  ...['create_time', 'timeout', 'pending_ttl', 'state', 'sent_time', 'end_time', 'result_code', 'result_msg'],
] as const

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

import type * as z from 'zod/mini'
import { Failure } from '#contract/enos/failure.ts'
import type { operationQuerySchema } from '#contract/panel/panel-endpoints.ts'
import { isWithin, type WithinGateway } from './within-filter.ts'

export type OperationFilter = z.output<typeof operationQuerySchema>

const equal = ['assetId', 'productKey', 'deviceKey', 'measurepointId', 'code', 'commandId', 'idempotencyKey'] as const

/** @throws Failure invalidArgument where the cursor is none of ours. */
const seqOf = (cursor: string): number => {
  if (!/^\d{1,15}$/.test(cursor)) throw new Failure('invalidArgument', 'cursor: take it from the page before')
  return Number(cursor)
}

/**
 * The WHERE of a filter: every condition holds; its values are bound by position.
 * @param firstGatewayId the gateway of records that name none.
 * @param within the only devices whose operations may be found; undefined for all.
 */
export function whereOf(
  filter: OperationFilter,
  firstGatewayId: string,
  within?: readonly WithinGateway[],
): { where: string; values: (string | number)[] } {
  const conditions: [string, ...(string | number)[]][] = []
  for (const name of equal) if (filter[name] !== undefined) conditions.push([`${name} = ?`, filter[name]])
  if (filter.gatewayId !== undefined) {
    conditions.push(['coalesce(gatewayId, ?) = ?', firstGatewayId, filter.gatewayId])
  }
  if (filter.outcome) conditions.push([`outcome IN (${filter.outcome.map(() => '?')})`, ...filter.outcome])
  if (filter.from !== undefined) conditions.push(['createTime >= ?', filter.from])
  if (filter.to !== undefined) conditions.push(['createTime < ?', filter.to])
  if (filter.text) conditions.push(['instr(words, ?) > 0', filter.text.toLowerCase()])
  if (within) conditions.push(isWithin(within, firstGatewayId))
  if (filter.cursor !== undefined) conditions.push(['seq < ?', seqOf(filter.cursor)])
  return {
    where: conditions.map(([sql]) => sql).join(' AND ') || 'TRUE',
    values: conditions.flatMap(([, ...values]) => values),
  }
}

import type * as z from 'zod/mini'
import { Failure } from '#contract/enos/failure.ts'
import type { operationQuerySchema } from '#contract/panel/panel-endpoints.ts'
import type { TextFilter } from './text-filter.ts'
import { isWithin, type WithinGateway } from './within-filter.ts'

export type OperationFilter = z.output<typeof operationQuerySchema>

type Value = string | number

/** A part of a WHERE, and its values by position. */
export type Condition = [sql: string, ...values: Value[]]

/** A condition that an index finds the rows of, the newest first; where it takes several ranges of the index, one after the other. */
export interface Way {
  /** Empty for the index of the text. */
  index: string
  /** None where the index has none of them; what no index has yet may still be found. */
  ranges: Condition[]
  /** The condition that need not be looked at any more, row by row. */
  answers?: Condition
}

export interface Conditions {
  /** Every one holds. */
  all: Condition[]
  /** Those that may lead the search: each is one of `all`, or as narrow. */
  ways: Way[]
  /** Nothing can be found. */
  isEmpty: boolean
}

const equal = {
  assetId: 'operation_newest_of_asset',
  productKey: 'operation_newest_of_product',
  deviceKey: 'operation_newest_of_device',
  measurepointId: 'operation_newest_of_point',
  code: 'operation_by_code',
} as const

/** @throws Failure invalidArgument where the cursor is none of ours. */
const seqOf = (cursor: string): number => {
  if (!/^\d{1,15}$/.test(cursor)) throw new Failure('invalidArgument', 'cursor: take it from the page before')
  return Number(cursor)
}

const oneOf = (column: string, values: readonly string[], index: string) => {
  const different = [...new Set(values)]
  const all: Condition = [`${column} IN (${different.map(() => '?')})`, ...different]
  const ranges = different.map((value): Condition => [`${column} = ?`, value])
  return { all, way: { index, ranges } }
}

/**
 * The conditions of a filter, but for the time.
 * @param firstGatewayId the gateway of records that name none.
 * @param within the only devices whose operations may be found; undefined for all.
 */
export function conditionsOf(
  filter: OperationFilter,
  firstGatewayId: string,
  textFilter: TextFilter,
  within?: readonly WithinGateway[],
): Conditions {
  const all: Condition[] = []
  const ways: Way[] = []
  // The last: of ways that are equally wide, it takes the longest.
  const byText: Way[] = []
  const add = (condition: Condition, index: string) => {
    all.push(condition)
    ways.push({ index, ranges: [condition] })
  }
  let isEmpty = false
  if (filter.text) {
    const text = filter.text.toLowerCase()
    const match = textFilter(text)
    const holds: Condition = ['instr(operation.words, ?) > 0', text]
    all.push(holds)
    if (match !== undefined) {
      byText.push({ index: '', ranges: match === null ? [] : [['operationText MATCH ?', match]], answers: holds })
    }
  }
  for (const [name, index] of Object.entries(equal) as [keyof typeof equal, string][]) {
    const value = filter[name]
    if (value !== undefined) add([`${name} = ?`, value], index)
  }
  if (filter.commandId !== undefined)
    add(["commandId = ? AND commandId <> ''", filter.commandId], 'operation_by_command')
  // Unique: its index finds it without being named.
  if (filter.idempotencyKey !== undefined) all.push(['idempotencyKey = ?', filter.idempotencyKey])
  if (filter.person !== undefined) add(['person = ? COLLATE NOCASE', filter.person], 'operation_newest_of_person')
  if (filter.unresolved) add([notClearedUp], 'operation_not_cleared_up')
  const lists = [
    filter.outcome && oneOf('outcome', filter.outcome, 'operation_by_outcome'),
    filter.pointClass && oneOf('pointClass', filter.pointClass, 'operation_newest_of_class'),
  ]
  for (const list of lists) {
    if (!list) continue
    all.push(list.all)
    ways.push(list.way)
    if (list.way.ranges.length === 0) isEmpty = true
  }
  if (filter.gatewayId !== undefined) {
    const own: Condition = ['gatewayId = ?', filter.gatewayId]
    const isFirst = filter.gatewayId === firstGatewayId
    all.push(isFirst ? ['(gatewayId = ? OR gatewayId IS NULL)', filter.gatewayId] : own)
    ways.push({ index: 'operation_newest_of_gateway', ranges: isFirst ? [own, ['gatewayId IS NULL']] : [own] })
  }
  if (within) all.push(isWithin(within, firstGatewayId))
  if (filter.cursor !== undefined) all.push(['operation.seq < ?', seqOf(filter.cursor)])
  return { all, ways: [...ways, ...byText], isEmpty }
}

/** As in the index of those that nothing has cleared up, word by word (migrations.ts). */
export const notClearedUp = `outcome = 'unknown' AND acknowledged IS NULL
    AND coalesce(json_extract(verdict, '$.kind'), 'cannotTell') = 'cannotTell'`

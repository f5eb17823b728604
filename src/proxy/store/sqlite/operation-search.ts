import type { Database } from '#database/open-database.ts'
import { notListed } from './list-later.ts'
import { type Condition, conditionsOf, type OperationFilter, type Way } from './operation-filter.ts'
import { openTextFilter } from './text-filter.ts'
import type { WithinGateway } from './within-filter.ts'

/** Rows of a way that are counted to tell which is the narrowest. */
const mostCompared = 1000

/** Rows as they were recorded, from the first to the last. */
type Span = [first: number, last: number]

export interface Search {
  sql: string
  values: (string | number)[]
}

const nothing: Search = { sql: 'SELECT 0 AS seq WHERE ? < 0', values: [] }

/** Rows of one range of an index, newest first; without a way all rows of the span are looked through. */
function rowsOf(way: Way | null, range: Condition | null, [first, last]: Span, rest: readonly Condition[]): Search {
  const isText = way?.index === ''
  const others = rest.filter((condition) => condition !== way?.answers)
  const seq = isText ? 'operationText.rowid' : 'operation.seq'
  const text = `operationText${others.length > 0 ? ' CROSS JOIN operation ON operation.seq = operationText.rowid' : ''}`
  const from = isText ? text : `operation ${way ? `INDEXED BY ${way.index}` : ''}`
  const listed: Condition[] = way && !isText ? [['operation.listed = 1']] : []
  const conditions = [...(range ? [range] : []), ...listed, [`${seq} BETWEEN ? AND ?`, first, last] as const, ...others]
  return {
    sql: `SELECT ${seq} AS seq FROM ${from} WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`,
    values: conditions.flatMap(([, ...values]) => values),
  }
}

/** Rows that no index has yet; without a way they are among the others. */
const rowsNotListed = ([first, last]: Span, rest: readonly Condition[]): Search => ({
  sql: `SELECT operation.seq AS seq FROM ${[notListed, 'operation.seq BETWEEN ? AND ?', ...rest.map(([sql]) => sql)].join(' AND ')}`,
  values: [first, last, ...rest.flatMap(([, ...values]) => values)],
})

/** Several ranges are merged as they are read: each is in order. */
const joined = (parts: Search[]): Search => ({
  sql: `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY seq DESC LIMIT ?`,
  values: parts.flatMap(({ values }) => values),
})

/**
 * Turns filters into questions that no number of operations makes slow: the narrowest of the filter's conditions leads,
 * by its index; the others are looked at row by row. Times become a span of the order of recording first, with which
 * every index can be cut short.
 * @param firstGatewayId the gateway of records that name none.
 */
export function openOperationSearch({ sqlite }: Pick<Database, 'sqlite'>, firstGatewayId: string) {
  const textFilter = openTextFilter({ sqlite })
  const spanOf = sqlite
    .prepare<[number, number], [number | null, number | null]>(
      'SELECT min(seq), max(seq) FROM operation INDEXED BY operation_by_time WHERE createTime >= ? AND createTime < ?',
    )
    .raw()

  const startsEarly = sqlite
    .prepare(
      'SELECT count(*) FROM (SELECT 1 FROM operation INDEXED BY operation_by_time WHERE createTime >= ? LIMIT ?)',
    )
    .pluck()

  /** null where no operation is of that time. */
  function spanOfTime({ from, to }: OperationFilter): Span | null {
    const whole: Span = [0, Number.MAX_SAFE_INTEGER]
    if (from === undefined && to === undefined) return whole
    // Of much, the newest are found without knowing where it begins.
    if (to === undefined && Number(startsEarly.get(from, mostCompared)) === mostCompared) return whole
    const [first = null, last = null] = spanOf.get(from ?? 0, to ?? Number.MAX_SAFE_INTEGER) ?? []
    return first === null || last === null ? null : [first, last]
  }

  const sizeOf = (way: Way, span: Span): number => {
    if (way.ranges.length === 0) return 0
    const { sql, values } = joined(way.ranges.map((range) => rowsOf(way, range, span, [])))
    return Number(
      sqlite
        .prepare(`SELECT count(*) FROM (${sql})`)
        .pluck()
        .get(...values, mostCompared),
    )
  }

  const narrowest = (ways: readonly Way[], span: Span): Way | null => {
    const [only = null, ...others] = ways
    if (others.length === 0) return only
    const sizes = ways.map((way) => sizeOf(way, span))
    return ways[sizes.indexOf(Math.min(...sizes))] ?? only
  }

  /** @returns SQL for the `seq` of what is found, newest first; its last value is the limit, to be added. */
  return (filter: OperationFilter, within?: readonly WithinGateway[]): Search => {
    const { all, ways, isEmpty } = conditionsOf(filter, firstGatewayId, textFilter, within)
    const { from, to } = filter
    const span = spanOfTime(filter)
    if (isEmpty || span === null) return nothing
    const rest = [...all]
    if (from !== undefined) rest.push(['+createTime >= ?', from])
    if (to !== undefined) rest.push(['+createTime < ?', to])
    const way = narrowest(ways, span)
    const parts = (way?.ranges ?? [null]).map((range) => rowsOf(way, range, span, rest))
    return joined(way ? [...parts, rowsNotListed(span, rest)] : parts)
  }
}

import type { Database } from '#database/open-database.ts'
import type { CommandFilter } from '../../commands/ports.ts'
import { commandColumns } from './command-row.ts'

type Sqlite = Database['sqlite']
type Condition = readonly [sql: string, ...parameters: (string | number)[]]
type TimeCondition = NonNullable<CommandFilter['createTime']>[number]

/** Commands of a device in the order of their ids, without `after` and with `upTo`. */
interface Span {
  after: string
  upTo: string
  /** How many of them fit the filter. */
  size: number
}

const [beforeAll, afterAll] = ['', '~']

/** The only operators that ever reach SQL, and what they mean. */
const operators = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '=': (a: number, b: number) => a === b,
  '>=': (a: number, b: number) => a >= b,
  '>': (a: number, b: number) => a > b,
} as const satisfies Record<TimeCondition['operator'], (a: number, b: number) => boolean>

/** What commands and their sums have in common: device, state, name. */
function groupConditions({ productKey, deviceKey, state, commandName }: CommandFilter): Condition[] {
  const conditions: Condition[] = [
    ['product_key = ?', productKey],
    ['device_key = ?', deviceKey],
  ]
  if (state !== undefined) conditions.push(['state = ?', state])
  if (commandName) conditions.push(['name_in(command_name, ?, ?)', commandName.locale, commandName.like])
  return conditions
}

const timeCondition = ({ operator, time }: TimeCondition): Condition => {
  if (!Object.hasOwn(operators, operator)) throw new TypeError(`no operator: ${operator}`)
  return [`create_time ${operator} ?`, time]
}

const sqlOf = (conditions: Condition[]): string => conditions.map(([sql]) => sql).join(' AND ')
const parametersOf = (conditions: Condition[]): (string | number)[] =>
  conditions.flatMap(([, ...parameters]) => parameters)

/** How many of the times from `first` to `last` fit: `some` is for whoever looks at each. */
function fitting(createTime: TimeCondition[], first: number, last: number): 'all' | 'some' | 'none' {
  let fit: 'all' | 'some' = 'all'
  for (const { operator, time } of createTime) {
    const ends = [operators[operator](first, time), operators[operator](last, time)]
    const isBetween = operator === '=' && first < time && time < last
    if (!ends.includes(true) && !isBetween) return 'none'
    if (ends.includes(false)) fit = 'some'
  }
  return fit
}

interface Sum extends Span {
  firstTime: number
  lastTime: number
}

const listOf = (row: unknown): unknown[] => (Array.isArray(row) ? row : [])

function sumOf(row: unknown): Sum {
  const [after, upTo, firstTime, lastTime, size] = listOf(row)
  return {
    ...{ after: String(after), upTo: String(upTo), size: Number(size) },
    ...{ firstTime: Number(firstTime), lastTime: Number(lastTime) },
  }
}

/**
 * Finds commands of a device by a filter (§2.2), newest first, and counts all that fit. Where they are summed up (see
 * {@link import('./command-sums.ts').createCommandSums}), whole blocks are counted, or passed over, at once.
 */
export function createCommandSearch(sqlite: Sqlite) {
  const ends = sqlite
    .prepare('SELECT min(after_id), max(last_id) FROM command_sum WHERE product_key = ? AND device_key = ?')
    .raw()

  return function search(filter: CommandFilter): { rows: unknown[]; totalSize: number } {
    const { productKey, deviceKey, createTime = [], pageNo, pageSize } = filter
    const group = groupConditions(filter)
    const all: Condition[] = [...group, ...createTime.map(timeCondition)]
    const within = `${sqlOf(all)} AND command_id > ? AND command_id <= ?`
    const count = sqlite.prepare(`SELECT count(*) FROM command WHERE ${within}`).pluck()
    const counted = (after: string, upTo: string): Span => ({
      ...{ after, upTo },
      size: Number(count.get(parametersOf(all), after, upTo)),
    })

    /** Newest first, without those where nothing fits. */
    function summedUp(): Span[] {
      const sums = sqlite
        .prepare(`SELECT after_id, last_id, first_time, last_time, commands FROM command_sum
          WHERE ${sqlOf(group)} ORDER BY last_id DESC`)
        .raw()
      const spans: Span[] = []
      for (const { after, upTo, size, firstTime, lastTime } of sums.all(parametersOf(group)).map(sumOf)) {
        const fit = fitting(createTime, firstTime, lastTime)
        if (fit === 'none') continue
        if (spans.at(-1)?.upTo !== upTo) spans.push({ after, upTo, size: 0 })
        const [span] = spans.slice(-1)
        if (span) span.size += fit === 'all' ? size : Number.NaN
      }
      return spans.map((span) => (Number.isNaN(span.size) ? counted(span.after, span.upTo) : span))
    }

    const [first, last] = listOf(ends.get(productKey, deviceKey))
    const spans =
      typeof first === 'string' && typeof last === 'string'
        ? [counted(last, afterAll), ...summedUp(), counted(beforeAll, first)]
        : [counted(beforeAll, afterAll)]
    return { rows: page(), totalSize: spans.reduce((sum, { size }) => sum + size, 0) }

    function page(): unknown[] {
      const find = sqlite
        .prepare(`SELECT ${commandColumns.join()} FROM command WHERE command_id IN (
          SELECT command_id FROM command WHERE ${within} ORDER BY command_id DESC LIMIT ? OFFSET ?) ORDER BY command_id DESC`)
        .raw()
      const rows: unknown[] = []
      let skipped = (pageNo - 1) * pageSize
      for (const { after, upTo, size } of spans) {
        if (rows.length >= pageSize) break
        if (size > skipped) rows.push(...find.all(parametersOf(all), after, upTo, pageSize - rows.length, skipped))
        skipped = Math.max(0, skipped - size)
      }
      return rows
    }
  }
}

import { isExactNumber } from '#contract/value/exact.ts'
import { type Condition, type Expression, type Operator, parseExpression } from './parse-expression.ts'
import { expressionFailure } from './tokens.ts'

/** A field that a search knows: its operators, and what a record has there (several where any may match). */
export interface SearchField<T> {
  operators: readonly Operator[]
  /** `rest` is what stands behind the field's first name, e.g. `en_US` of `name.en_US`; empty for none. */
  read(record: T, rest: string): unknown
}

/** By the first name of the field, e.g. `tags` for `tags.site`. */
export type SearchFields<T> = Record<string, SearchField<T>>

const textOf = (value: unknown): string => (isExactNumber(value) ? value.value : String(value))

/** Texts are compared as they are, numbers by their size. */
function order(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)]
  return Number.isNaN(left) || Number.isNaN(right) ? (a < b ? -1 : a > b ? 1 : 0) : left - right
}

const tests: Record<Operator, (found: string[], values: string[]) => boolean> = {
  '=': (found, [value = '']) => found.some((one) => one === value),
  '!=': (found, [value = '']) => found.every((one) => one !== value),
  '<': (found, [value = '']) => found.some((one) => order(one, value) < 0),
  '<=': (found, [value = '']) => found.some((one) => order(one, value) <= 0),
  '>': (found, [value = '']) => found.some((one) => order(one, value) > 0),
  '>=': (found, [value = '']) => found.some((one) => order(one, value) >= 0),
  in: (found, values) => found.some((one) => values.includes(one)),
  /** A substring, letter case aside (§2.4). */
  like: (found, [value = '']) => found.some((one) => one.toLowerCase().includes(value.toLowerCase())),
  exists: (found) => found.length > 0,
  'not exists': (found) => found.length === 0,
}

function conditionTest<T>({ field, operator, values }: Condition, fields: SearchFields<T>): (record: T) => boolean {
  const [first = '', ...rest] = field.split('.')
  const known = Object.hasOwn(fields, first) ? fields[first] : undefined
  if (!known) throw expressionFailure(`${field} cannot be searched; ${Object.keys(fields).join(', ')} can`)
  if (!known.operators.includes(operator)) {
    throw expressionFailure(`${field} cannot be compared with ${operator}; use ${known.operators.join(' or ')}`)
  }
  return (record) => {
    const value = known.read(record, rest.join('.'))
    const found = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null)
    return tests[operator](found.map(textOf), values)
  }
}

function test<T>(expression: Expression, fields: SearchFields<T>): (record: T) => boolean {
  if (expression.kind === 'condition') return conditionTest(expression, fields)
  const parts = expression.parts.map((part) => test(part, fields))
  return expression.kind === 'and'
    ? (record) => parts.every((holds) => holds(record))
    : (record) => parts.some((holds) => holds(record))
}

/**
 * The test that an expression describes; every record passes where there is none.
 * @throws Failure invalidArgument naming what it cannot read, a field it does not know, or an operator that does not fit.
 */
export function matchExpression<T>(text: string | null | undefined, fields: SearchFields<T>): (record: T) => boolean {
  return text?.trim() ? test(parseExpression(text), fields) : () => true
}

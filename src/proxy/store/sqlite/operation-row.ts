import * as z from 'zod/mini'
import { type Operation, operationSchema } from '#contract/panel/operation.ts'

const json = z.pipe(
  z.transform((text) => (typeof text === 'string' ? JSON.parse(text) : text)),
  z.unknown(),
)

const rowSchema = z.object({
  seq: z.int(),
  shown: json,
  steps: json,
  verdict: json,
  readBack: json,
  acknowledged: json,
})

/** Members that an operation may lack; their column is NULL then. */
const optional = [
  'personId',
  'gatewayId',
  'remoteAddress',
  'reason',
  'deviceAssetId',
  'pointClass',
  'expectedValue',
  'verdict',
  'readBack',
  'acknowledged',
] as const
const isOptional = (name: string): boolean => optional.some((one) => one === name)

/** An operation as it was stored, and its place in the order of recording. */
export function readRow(row: unknown): { seq: number; operation: Operation } {
  const { seq, ...parsed } = rowSchema.parse(row)
  const members = Object.entries(Object.assign({}, row, parsed))
  const present = members.filter(([name, value]) => value !== null || !isOptional(name))
  return { seq, operation: operationSchema.parse(Object.fromEntries(present)) }
}

const wordsOf = ({ shown, ...operation }: Operation): string =>
  [
    operation.assetId,
    operation.productKey,
    operation.deviceKey,
    operation.measurepointId,
    operation.person,
    operation.body,
    operation.message,
    operation.commandId,
    shown?.deviceName,
    shown?.pointName,
    shown?.sentence,
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase()

type Column = string | number | null

const columnOf = (value: unknown): Column => {
  if (typeof value === 'string' || typeof value === 'number') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}

const nothing = Object.fromEntries(optional.map((name) => [name, null]))

/** The columns of an operation, but for `seq`. */
export function writeRow(operation: Operation): Record<string, Column> {
  const row: Record<string, Column> = { ...nothing, words: wordsOf(operation) }
  for (const [name, value] of Object.entries(operation)) row[name] = columnOf(value)
  return row
}

/** The columns that differ from one state of an operation to the next. */
export function writeChange(before: Operation, after: Operation): Record<string, Column> {
  const row: Record<string, Column> = {}
  for (const [name, value] of Object.entries(after)) {
    const was = before[name as keyof Operation]
    if (value !== was && columnOf(value) !== columnOf(was)) row[name] = columnOf(value)
  }
  const words = wordsOf(after)
  if (words !== wordsOf(before)) row.words = words
  return row
}

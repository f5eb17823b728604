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

/** The columns of an operation, but for `seq`. */
export const writeRow = (operation: Operation) => ({
  ...Object.fromEntries(optional.map((name) => [name, null])),
  ...operation,
  shown: operation.shown && JSON.stringify(operation.shown),
  steps: JSON.stringify(operation.steps),
  verdict: operation.verdict ? JSON.stringify(operation.verdict) : null,
  readBack: operation.readBack ? JSON.stringify(operation.readBack) : null,
  acknowledged: operation.acknowledged ? JSON.stringify(operation.acknowledged) : null,
  words: wordsOf(operation),
})

import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Operation } from '#contract/panel/operation.ts'

/** One link of the chain, as it lies in the table `audit`. */
export const entrySchema = z.object({
  /** 1 for the genesis, then without a gap. */
  seq: z.int(),
  /** Empty for the genesis. */
  operationId: z.string(),
  revision: z.int(),
  /** ms since the epoch. */
  time: z.int(),
  /** Canonical JSON of {@link contentSchema}: members sorted by name, no blanks. */
  text: z.string(),
  /** Hash of the entry before; 64 zeros before the genesis. */
  previous: z.string(),
  /** SHA-256 in hexadecimal digits. */
  hash: z.string(),
})
export type Entry = z.infer<typeof entrySchema>

/**
 * What an entry says.
 * - `genesis`: the chain begins; `chain` tells it from every other, `earlier` counts the operations of before it.
 * - `before`: an operation that is older than the chain, as it was found when the chain began.
 * - `record`: an operation as it was recorded. - `change`: the members that changed; of `steps` only those added.
 */
export const contentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('genesis'), chain: z.string(), earlier: z.int() }),
  z.object({ kind: z.enum(['before', 'record']), operation: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('change'), change: z.record(z.string(), z.unknown()) }),
])
export type Content = z.infer<typeof contentSchema>

export const noHash = '0'.repeat(64)

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The one JSON text of a value: two texts are equal where the values are. */
export const canonicalText = (value: unknown): string => JSON.stringify(value, sorted)

/** The members stand apart by line feeds, which none but the last can hold: no two entries share a text to hash. */
export const hashOf = ({ seq, operationId, revision, time, text, previous }: Omit<Entry, 'hash'>): string =>
  createHash('sha256')
    .update([previous, seq, JSON.stringify(operationId), revision, time, text].join('\n'))
    .digest('hex')

const isSame = (one: unknown, other: unknown): boolean => one === other || canonicalText(one) === canonicalText(other)

/** What has changed from one state of an operation to the next; of the steps, those that were added. */
export function changeOf(before: Operation, after: Operation): Record<string, unknown> {
  const members = Object.entries(after).filter(([name, value]) => !isSame(value, before[name as keyof Operation]))
  const { steps, ...change } = Object.fromEntries(members)
  return steps ? { ...change, steps: after.steps.slice(before.steps.length) } : change
}

/** Puts a change on top of what was known of an operation. */
export function applyContent(state: Record<string, unknown>, content: Content): Record<string, unknown> {
  if (content.kind === 'genesis') return state
  if (content.kind !== 'change') return content.operation
  const { steps, ...change } = content.change
  const added = Array.isArray(steps) ? steps : []
  return { ...state, ...change, steps: [...(Array.isArray(state.steps) ? state.steps : []), ...added] }
}

import type { Operation } from '#contract/panel/operation.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import { isMemberMap } from '#contract/value/preview.ts'

/** The value that an operation sent; null where its body has none. */
export function sentValueOf({ body }: Pick<Operation, 'body'>): ExactJson {
  try {
    const parsed = parseExact(body)
    return isMemberMap(parsed) ? (parsed.value ?? null) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** When it left, ms since the epoch: only what was reported later can be its effect. */
export const sentTimeOf = ({ steps, createTime }: Pick<Operation, 'steps' | 'createTime'>): number =>
  (steps.find(({ kind }) => kind === 'released') ?? steps.find(({ kind }) => kind === 'sent'))?.time ?? createTime

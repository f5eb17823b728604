import { type ExactJson, parseExact } from '../value/exact.ts'
import { isMemberMap } from '../value/preview.ts'
import type { Operation } from './operation.ts'

/** The value of a set body (§1.1); undefined where the body has none. */
export function sentValueOf(body: string): ExactJson | undefined {
  try {
    const parsed = parseExact(body)
    return isMemberMap(parsed) ? parsed.value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * The latest moment at which a send may have left, ms since the epoch: what a device reported before it says nothing.
 * Of one that was cut off before its leaving was recorded, only the end is certain.
 */
export function sentTimeOf({
  steps,
  createTime,
  endTime,
}: Pick<Operation, 'steps' | 'createTime' | 'endTime'>): number {
  const times = steps.filter(({ kind }) => kind === 'sent' || kind === 'released').map(({ time }) => time)
  return times.length > 0 ? Math.max(...times) : (endTime ?? createTime)
}

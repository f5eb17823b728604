import type { Operation } from '#contract/panel/operation.ts'

/**
 * The operations that stand in front of all that a list shows; both are the newest first.
 * `hasGap`: between them and the list there may be more, that neither holds.
 */
export function newOnes(
  newest: readonly Operation[],
  shown: readonly Operation[],
): { items: Operation[]; hasGap: boolean } {
  const known = new Set(shown.map(({ id }) => id))
  const met = newest.findIndex(({ id }) => known.has(id))
  return met === -1
    ? { items: [...newest], hasGap: newest.length > 0 && shown.length > 0 }
    : { items: newest.slice(0, met), hasGap: false }
}

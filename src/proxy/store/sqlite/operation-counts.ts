import type { Database } from '#database/open-database.ts'
import { notListed } from './list-later.ts'
import { notClearedUp } from './operation-filter.ts'

/** How many operations need something still. */
export interface OperationCounts {
  open(): { waiting: number; queued: number }
  /** Unknown outcomes that nothing has cleared up, as the history's own filter finds them. */
  unresolved(): number
}

export function openOperationCounts({ sqlite }: Pick<Database, 'sqlite'>): OperationCounts {
  const withOutcome = sqlite
    .prepare(
      `SELECT (SELECT count(*) FROM operation WHERE outcome = @outcome AND listed = 1)
        + (SELECT count(*) FROM ${notListed} AND outcome = @outcome)`,
    )
    .pluck()
  const count = (outcome: 'waiting' | 'queued'): number => Number(withOutcome.get({ outcome }))
  const unresolved = sqlite
    .prepare(`SELECT count(*) FROM operation INDEXED BY operation_not_cleared_up WHERE ${notClearedUp}`)
    .pluck()
  return {
    open: () => ({ waiting: count('waiting'), queued: count('queued') }),
    unresolved: () => Number(unresolved.get()),
  }
}

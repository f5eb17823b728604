import type { Database } from '#database/open-database.ts'
import { notClearedUp } from './operation-filter.ts'

/** How many operations need something still. */
export interface OperationCounts {
  open(): { waiting: number; queued: number }
  /** Unknown outcomes that nothing has cleared up, as the history's own filter finds them. */
  unresolved(): number
}

export function openOperationCounts({ sqlite }: Pick<Database, 'sqlite'>): OperationCounts {
  const withOutcome = sqlite.prepare('SELECT count(*) FROM operation WHERE outcome = ?').pluck()
  const unresolved = sqlite
    .prepare(`SELECT count(*) FROM operation INDEXED BY operation_not_cleared_up WHERE ${notClearedUp}`)
    .pluck()
  return {
    open: () => ({ waiting: Number(withOutcome.get('waiting')), queued: Number(withOutcome.get('queued')) }),
    unresolved: () => Number(unresolved.get()),
  }
}

import { isFinal, type Operation, type Step } from '#contract/panel/operation.ts'

/** What is new of an operation since it was last told of. */
export interface NewSteps {
  steps: Step[]
  /** Whether it has its outcome only now. */
  hasEnded: boolean
}

/** Reads operations as they come to the disk. What is found out after the end (verdict, read-back) is no step. */
export function createNewSteps(): (operation: Operation) => NewSteps {
  const told = new Map<string, number>()

  return ({ id, steps, outcome, verdict, readBack, acknowledged }) => {
    if (verdict || readBack || acknowledged) return { steps: [], hasEnded: false }
    // Of an operation that was recorded before this program started, only the newest step is news.
    const from = told.get(id) ?? (steps.length === 1 ? 0 : steps.length - 1)
    const hasEnded = isFinal(outcome)
    if (hasEnded) told.delete(id)
    else told.set(id, steps.length)
    return { steps: steps.slice(from), hasEnded }
  }
}

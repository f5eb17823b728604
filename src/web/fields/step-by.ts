import { compare, subtract } from '#contract/value/decimal.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'

const negated = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`)

export interface StepRange {
  step: string
  minimum: string | null
  maximum: string | null
}

/**
 * One step up (`1`) or down (`-1`) from an exact number, with as many decimals as the finer of both.
 * Null where that would leave the limits.
 */
export function stepBy(from: string, direction: 1 | -1, { step, minimum, maximum }: StepRange): string | null {
  const next = subtract(from, direction === 1 ? negated(step) : step)
  if (next === null) return null
  if (minimum !== null && compare(next, minimum) < 0) return null
  return maximum !== null && compare(next, maximum) > 0 ? null : next
}

/**
 * Where steps begin: at the number that is typed, else at what the device reported; null where neither is there.
 * @param isOld the report may have changed unseen: a step from it would be a guess.
 */
export function stepStart(typed: string | null, present: ExactJson | undefined, isOld: boolean): string | null {
  if (typed !== null) return typed
  return isExactNumber(present) && !isOld ? present.value : null
}

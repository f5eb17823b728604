import type { LatestValue } from '#contract/enos/latest-value.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { type Sense, senseOf } from './number-sense.ts'
import { type Target, unitOf } from './target.ts'
import { usePointOperations } from './use-point-operations.ts'

const numberOf = (value: ExactJson | undefined): string[] => (isExactNumber(value) ? [value.value] : [])

export interface NumberSenseState {
  typed: string
  /** What is to be asked; null for nothing. */
  sense: Sense | null
}

/** The number of a point of numbers, as text; undefined for anything else. */
export const numberTyped = ({ point }: Target, value: ExactJson | undefined): string | undefined =>
  point !== null && dataTypeOf(point).control === 'number' ? numberOf(value)[0] : undefined

/** What is to be asked about a number before its review; null where the value is none. */
export function useNumberSense(
  target: Target,
  value: ExactJson | undefined,
  latest: LatestValue | undefined,
): NumberSenseState | null {
  const operations = usePointOperations(target)
  const typed = numberTyped(target, value)
  if (typed === undefined) return null
  const sense = senseOf({
    typed,
    present: numberOf(latest?.value)[0] ?? null,
    sent: operations.filter(({ outcome }) => outcome === 'done').flatMap(({ body }) => numberOf(sentValueOf(body))),
    unit: unitOf(target),
  })
  return { typed, sense }
}

import { useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { type Sense, senseOf } from './number-sense.ts'
import { heldNumber } from './number-sense-held.ts'
import { type Target, unitOf } from './target.ts'
import { usePointOperations } from './use-point-operations.ts'

const numberOf = (value: ExactJson | undefined): string[] => (isExactNumber(value) ? [value.value] : [])

export interface NumberSenseState {
  typed: string
  /** What is to be asked; null for nothing, or once it was answered with yes. */
  sense: Sense | null
  /** What the device will hold instead; null where it holds what is typed. */
  held: string | null
  confirm: () => void
}

/** What is to be asked about a number before its review; null where the value is none. */
export function useNumberSense(
  target: Target,
  value: ExactJson | undefined,
  latest: LatestValue | undefined,
): NumberSenseState | null {
  const [confirmed, setConfirmed] = useState('')
  const operations = usePointOperations(target)
  const { point } = target
  const [typed] = numberOf(value)
  if (typed === undefined || point === null || dataTypeOf(point).control !== 'number') return null
  const sense = senseOf({
    typed,
    present: numberOf(latest?.value)[0] ?? null,
    sent: operations.filter(({ outcome }) => outcome === 'done').flatMap(({ body }) => numberOf(sentValueOf(body))),
    unit: unitOf(target),
  })
  return {
    typed,
    sense: confirmed === typed ? null : sense,
    held: heldNumber(point.dataType, typed),
    confirm: () => setConfirmed(typed),
  }
}

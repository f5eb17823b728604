import type { Outcome } from '#contract/panel/operation.ts'
import { useText } from '../text/text-context.ts'
import { Chip, type ChipTone } from './chip.tsx'

/** The tone that stands for each outcome, everywhere. */
export const outcomeTones: Record<Outcome, ChipTone> = {
  waiting: 'wait',
  queued: 'queued',
  done: 'ok',
  notSent: 'bad',
  refused: 'bad',
  unknown: 'unknown',
}

interface OutcomeChipProps {
  outcome: Outcome
  /** The gateway's or the device's number; 0 and null are not shown. */
  code?: number | null
  className?: string | undefined
}

/** An outcome as mark, word and number. */
export function OutcomeChip({ outcome, code, className }: OutcomeChipProps) {
  const { operations } = useText()
  return (
    <Chip tone={outcomeTones[outcome]} className={className}>
      {operations.outcomes[outcome]}
      {code ? ` · ${code}` : null}
    </Chip>
  )
}

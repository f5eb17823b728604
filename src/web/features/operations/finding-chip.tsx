import type { Operation } from '#contract/panel/operation.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { Chip, type ChipTone } from '../../ui/chip.tsx'
import type { IconName } from '../../ui/icon.tsx'

type FindingName = keyof Text['operations']['findings']

const looks: Record<FindingName, { tone: ChipTone; icon: IconName }> = {
  confirmedLate: { tone: 'ok', icon: 'check' },
  probablyNotApplied: { tone: 'wait', icon: 'warning' },
  cannotTell: { tone: 'unknown', icon: 'question' },
  looking: { tone: 'plain', icon: 'search' },
  checked: { tone: 'plain', icon: 'check' },
  otherValue: { tone: 'wait', icon: 'warning' },
}

/** What was found out after the end, beside the outcome that stays; null where there is nothing worth a word. */
export function findingOf(operation: Operation): FindingName | null {
  const { outcome, verdict, acknowledged, readBack } = operation
  if (outcome === 'done') return readBack?.kind === 'other' ? 'otherValue' : null
  if (outcome !== 'unknown') return null
  // A verdict that tells something says more than that somebody has looked.
  if (verdict && verdict.kind !== 'cannotTell') return verdict.kind
  if (acknowledged) return 'checked'
  return verdict ? verdict.kind : 'looking'
}

/** A mark for what was found out later. */
export function FindingChip({ operation }: { operation: Operation }) {
  const { findings } = useText().operations
  const name = findingOf(operation)
  return name && <Chip {...looks[name]}>{findings[name]}</Chip>
}

import type { LatestValue } from '#contract/enos/latest-value.ts'
import { type ExactJson, ExactNumber } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { readDraft } from '../../fields/read-draft.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { heldNumber } from './number-sense-held.ts'
import { type Target, unitOf, valueWithUnit } from './target.ts'
import { numberTyped, useNumberSense } from './use-number-sense.ts'

export interface NumberSenseProps {
  target: Target
  value: ExactJson | undefined
  latest: LatestValue | undefined
  /** The number of which a person has said that it is meant; nothing more is asked about it. */
  meantNumber: string
  onMeant: (number: string) => void
  /** Takes another number into the box; without it, as in the review, it is only told. */
  onUse?: (number: string) => void
}

/** A plain question about the number, answered with one press; it keeps nobody from going on. */
export function NumberSenseQuestion({ target, value, latest, meantNumber, onMeant, onUse }: NumberSenseProps) {
  const text = useText()
  const words = text.sending.numberSense
  const number = useNumberSense(target, value, latest)
  if (!number?.sense || number.typed === meantNumber) return null
  const { typed, sense } = number
  const shown = (number: string) => valueWithUnit(target, new ExactNumber(number), text)
  const { kind, usual, meant, inUnit } = sense
  // What the point would not take is no help.
  const isMeantSettable = meant !== null && readDraft(target.point, meant).body !== null
  return (
    <Notice
      tone="wait"
      icon="question"
      role="status"
      actions={
        onUse && (
          <>
            <Button onClick={() => onMeant(typed)}>{words.confirm(shown(typed))}</Button>
            {isMeantSettable && <Button onClick={() => onUse(meant)}>{words.takeMeant(shown(meant))}</Button>}
          </>
        )
      }
    >
      {words[kind]({ typed: shown(typed), usual: shown(usual), inUnit })}
    </Notice>
  )
}

export interface HeldNumberProps {
  target: Target
  value: ExactJson | undefined
  className?: string | undefined
}

/** What the device will hold of the digits that are sent, where it cannot hold them all. */
export function HeldNumber({ target, value, className }: HeldNumberProps) {
  const { sending, locale } = useText()
  const typed = numberTyped(target, value)
  const held = target.point && typed !== undefined ? heldNumber(target.point.dataType, typed) : null
  if (held === null) return null
  const digits = [formatNumber(held, locale), unitOf(target)].filter(Boolean).join(' ')
  return <p className={`${className ?? ''} num`}>{sending.numberSense.held(digits)}</p>
}

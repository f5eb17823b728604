import { ExactNumber } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { readDraft } from '../../fields/read-draft.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Target, unitOf, valueWithUnit } from './target.ts'
import type { NumberSenseState } from './use-number-sense.ts'

interface NumberSenseQuestionProps extends NumberSenseState {
  target: Target
  /** Takes another number into the box; without it, as in the review, it is only told. */
  onUse?: (number: string) => void
}

/** A plain question about the number, answered with one press; it keeps nobody from going on. */
export function NumberSenseQuestion({ target, typed, sense, confirm, onUse }: NumberSenseQuestionProps) {
  const text = useText()
  const words = text.setPoint.numberSense
  if (!sense) return null
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
            <Button onClick={confirm}>{words.confirm(shown(typed))}</Button>
            {isMeantSettable && <Button onClick={() => onUse(meant)}>{words.takeMeant(shown(meant))}</Button>}
          </>
        )
      }
    >
      {words[kind]({ typed: shown(typed), usual: shown(usual), inUnit })}
    </Notice>
  )
}

/** What the device will hold of the digits that are sent, where it cannot hold them all. */
export function HeldNumber({
  target,
  held,
  className,
}: {
  target: Target
  held: string | null
  className?: string | undefined
}) {
  const { setPoint, locale } = useText()
  if (held === null) return null
  const digits = [formatNumber(held, locale), unitOf(target)].filter(Boolean).join(' ')
  return <p className={`${className ?? ''} num`}>{setPoint.numberSense.held(digits)}</p>
}

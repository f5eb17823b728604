import { failures } from '#contract/enos/failures.ts'
import { isUnresolved } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { VerdictNotice } from '../../ui/verdict-notice.tsx'
import { Acknowledge } from './acknowledge.tsx'
import { FailureAnswers, VerbatimWords } from './failure-answers.tsx'
import { LastReport } from './last-report.tsx'
import { OperationChange, OperationFacts } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeProps } from './outcome-props.ts'

/** It may have acted: what the server finds out about it, and a person's word where that tells nothing. */
export function UnknownCard({ target, operation, latest, takesFocus, onEdit, onAnother, onAcknowledge }: OutcomeProps) {
  const text = useText()
  const { outcome } = text.sending
  const failure = operation.failure ?? 'interrupted'
  const hasActed = operation.verdict?.kind === 'confirmedLate'
  return (
    <OutcomeFrame
      tone="unknown"
      title={text.operations.outcomes.unknown}
      code={outcome.code(operation.code ?? failures[failure].code)}
      takesFocus={takesFocus}
      after={
        <>
          <VerbatimWords failure={failure} message={operation.message} />
          <OperationFacts operation={operation} />
        </>
      }
      actions={
        isUnresolved(operation) ? (
          <Acknowledge id={operation.id} onAcknowledge={onAcknowledge} />
        ) : (
          <Button wide onClick={hasActed ? onAnother : onEdit}>
            {hasActed ? outcome.setAnother : outcome.editValue}
          </Button>
        )
      }
    >
      <OperationChange {...operation} />
      <FailureAnswers answers={text.failures[failure]} />
      <VerdictNotice operation={operation} />
      {!operation.verdict && <LastReport target={target} operation={operation} latest={latest} />}
    </OutcomeFrame>
  )
}

import { sentTimeOf } from '#contract/panel/sent-value.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { ReadBackNotice } from '../../ui/read-back-notice.tsx'
import { tookText } from '../../ui/seconds-text.ts'
import { AwaitedReport } from './last-report.tsx'
import { OperationChange, OperationFacts } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeProps } from './outcome-props.ts'

/** The device confirmed; and what it reports since, which alone is the truth about its value. */
export function DoneCard({ target, operation, latest, takesFocus, onAnother }: OutcomeProps) {
  const text = useText()
  const { outcome } = text.sending
  const { createTime, endTime, pendingTtl } = operation
  const sentTime = sentTimeOf(operation)
  const took = tookText((endTime ?? createTime) - sentTime, text)
  return (
    <OutcomeFrame
      tone="ok"
      title={text.operations.outcomes.done}
      takesFocus={takesFocus}
      after={<OperationFacts operation={operation} />}
      actions={
        <Button wide onClick={onAnother}>
          {outcome.setAnother}
        </Button>
      }
    >
      <OperationChange {...operation} />
      <p>{pendingTtl > 0 ? outcome.doneQueued(tookText(sentTime - createTime, text), took) : outcome.done(took)}</p>
      {operation.readBack ? (
        <ReadBackNotice operation={operation} />
      ) : (
        <AwaitedReport target={target} operation={operation} latest={latest} />
      )}
    </OutcomeFrame>
  )
}

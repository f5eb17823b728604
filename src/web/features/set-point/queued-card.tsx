import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { untilText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { CancelCommand } from './cancel-command.tsx'
import { OperationChange, OperationFacts } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeProps } from './outcome-props.ts'

/** Kept for the device: until when, and how to take it back. */
export function QueuedCard({ target, operation, takesFocus, onAnother, onShowQueue }: OutcomeProps) {
  const { setPoint, sending, operations, locale } = useText()
  const { outcome } = sending
  const now = useNow()
  const until = operation.createTime + operation.pendingTtl * 1000
  return (
    <OutcomeFrame
      tone="queued"
      title={operations.outcomes.queued}
      takesFocus={takesFocus}
      after={<OperationFacts operation={operation} />}
      actions={
        <>
          {operation.commandId !== '' && (
            <CancelCommand target={target} commandId={operation.commandId} question={outcome.cancelSure}>
              {outcome.cancel}
            </CancelCommand>
          )}
          <Button icon="history" onClick={() => onShowQueue()}>
            {setPoint.showQueue}
          </Button>
          <Button kind="quiet" onClick={onAnother}>
            {outcome.setAnother}
          </Button>
        </>
      }
    >
      <OperationChange {...operation} />
      <p>{now < until ? outcome.queued(untilText(until, now, locale)) : outcome.queuedOver}</p>
    </OutcomeFrame>
  )
}

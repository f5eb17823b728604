import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { HelpButtons } from './failed-card.tsx'
import { FailureAnswers, VerbatimWords } from './failure-answers.tsx'
import { OperationChange } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeActions } from './outcome-props.ts'
import type { Sending } from './use-sending.ts'
import { WaitingCard } from './waiting-card.tsx'

interface ContactCardProps extends OutcomeActions {
  sending: Exclude<Sending, { phase: 'idle' | 'known' }>
  takesFocus: boolean
  onSendAgain: () => void
}

/** A send of which this panel has no operation yet. Nothing here repeats it by itself. */
export function ContactCard({ sending, takesFocus, onSendAgain, ...actions }: ContactCardProps) {
  const { setPoint, operations, failures } = useText()
  const { outcome } = setPoint
  const { phase, send } = sending
  if (phase === 'rejected') {
    const { failure, code, message } = sending.failure
    return (
      <OutcomeFrame
        tone="bad"
        title={operations.outcomes.notSent}
        code={outcome.code(code)}
        takesFocus={takesFocus}
        actions={<HelpButtons failure={failure} {...actions} />}
      >
        <OperationChange {...send} />
        <FailureAnswers answers={failures[failure]} />
        <VerbatimWords failure={failure} message={message} />
      </OutcomeFrame>
    )
  }
  if (phase === 'notRecorded') {
    return (
      <OutcomeFrame
        tone="bad"
        title={outcome.notRecordedTitle}
        takesFocus={takesFocus}
        actions={
          <>
            <Button wide kind="primary" icon="send" onClick={onSendAgain}>
              {outcome.sendAgain}
            </Button>
            <Button wide onClick={actions.onEdit}>
              {outcome.editValue}
            </Button>
          </>
        }
      >
        <OperationChange {...send} />
        <FailureAnswers answers={outcome.notRecorded} />
      </OutcomeFrame>
    )
  }
  if (phase === 'asking') {
    return (
      <OutcomeFrame
        tone={sending.isLost ? 'unknown' : 'wait'}
        title={sending.isLost ? outcome.askingTitle : outcome.recallingTitle}
        takesFocus={takesFocus}
      >
        <OperationChange {...send} />
        <p>{sending.isLost ? outcome.asking : outcome.recalling}</p>
      </OutcomeFrame>
    )
  }
  const { pendingTtl, timeout } = send.query
  return (
    <WaitingCard
      operation={null}
      shown={send}
      since={sending.since}
      timeout={timeout}
      isInstant={pendingTtl === 0}
      takesFocus={takesFocus}
    />
  )
}

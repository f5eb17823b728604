import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import { FailureAnswers } from './failure-answers.tsx'
import { NoNetwork } from './no-network.tsx'
import { OperationChange } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeActions } from './outcome-props.ts'
import { RejectedCard } from './rejected-card.tsx'
import type { Target } from './target.ts'
import type { Sending } from './use-sending.ts'
import { WaitingCard } from './waiting-card.tsx'

export interface ContactCardProps extends OutcomeActions {
  sending: Exclude<Sending, { phase: 'idle' | 'known' }>
  target: Target
  /** Whom to ask, as the policy says; empty for nobody. */
  contact: string
  takesFocus: boolean
  onSendAgain: () => void
  onSignInAndSend: () => void
}

/** A send of which this panel has no operation yet. Nothing here repeats it by itself. */
export function ContactCard(props: ContactCardProps) {
  const { sending, target, contact, takesFocus, onSendAgain, onSignInAndSend, ...actions } = props
  const { outcome } = useText().sending
  const { phase, send } = sending
  const isAway = useConnected() === 'lost'
  if (phase === 'rejected') {
    return (
      <RejectedCard
        {...actions}
        target={target}
        send={send}
        failure={sending.failure}
        contact={contact}
        takesFocus={takesFocus}
        // Who was told so has signed in since, or nobody could have asked whether it was recorded.
        onSignInAndSend={sending.failure.failure === 'notSignedIn' ? onSendAgain : onSignInAndSend}
      />
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
            <Button wide kind="primary" icon="send" disabled={isAway} onClick={onSendAgain}>
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
        {isAway && <NoNetwork />}
      </OutcomeFrame>
    )
  }
  if (phase === 'asking') {
    return (
      <OutcomeFrame
        tone={sending.why === 'lost' || isAway ? 'unknown' : 'wait'}
        title={isAway ? outcome.notKnownTitle : sending.why === 'lost' ? outcome.askingTitle : outcome.recallingTitle}
        takesFocus={takesFocus}
      >
        <OperationChange {...send} />
        {sending.why !== 'refused' && <p>{sending.why === 'lost' ? outcome.asking : outcome.recalling}</p>}
        {isAway && <p role="status">{outcome.notKnown}</p>}
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

import type { Failure } from '#contract/enos/failure.ts'
import { failures as failureTable } from '#contract/enos/failures.ts'
import type { Send } from '../../api/call.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { permissionHref } from '../../ui/links.ts'
import { useNow } from '../../ui/use-now.ts'
import { HelpButtons } from './failed-card.tsx'
import { FailureAnswers, VerbatimWords } from './failure-answers.tsx'
import { HeldBack, holdingId } from './held-back.tsx'
import { OperationChange } from './operation-facts.tsx'
import styles from './outcome-frame.module.css'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeActions } from './outcome-props.ts'
import { refusalFacts } from './refusal-facts.ts'
import { selectorOf, type Target } from './target.ts'

interface RejectedCardProps extends OutcomeActions {
  target: Target
  send: Send
  failure: Failure
  takesFocus: boolean
  contact: string
  /** Sends the same under the same key, once the person has signed in anew. */
  onSignInAndSend: () => void
}

/** Refused by the proxy before anything was recorded or sent: why, by which rule, and how to go on with the draft. */
export function RejectedCard(props: RejectedCardProps) {
  const { target, send, failure, takesFocus, contact, onSignInAndSend, onEdit } = props
  const text = useText()
  const { sending, operations, failures, permission } = text
  const now = useNow(60_000)
  const { failure: name, code, message } = failure
  const facts = refusalFacts(failure, { target, contact, now }, text)
  const earlier = name === 'unresolvedUnknown' ? holdingId(failure) : ''
  // The proxy's own refusals are told by facts and three answers; its message is for logs.
  const isOfEnos = failureTable[name].source !== 'setpoint'
  const isAboutSignIn = name === 'signInAgain' || name === 'notSignedIn'
  const { device, measurepointId } = target
  return (
    <OutcomeFrame
      tone="bad"
      title={operations.outcomes.notSent}
      code={sending.outcome.code(code)}
      takesFocus={takesFocus}
      actions={
        <>
          {isAboutSignIn && (
            <Button wide kind="primary" icon="send" onClick={onSignInAndSend}>
              {sending.refusal.signInAndSend}
            </Button>
          )}
          {earlier !== '' && <HeldBack id={earlier} onAcknowledge={props.onAcknowledge} />}
          {facts.length > 0 ? (
            <>
              <Button wide onClick={onEdit}>
                {sending.refusal.lookAgain}
              </Button>
              <LinkButton href={permissionHref({ ...selectorOf(device), point: measurepointId })} icon="question">
                {permission.whyNot}
              </LinkButton>
            </>
          ) : (
            <HelpButtons {...props} failure={name} />
          )}
        </>
      }
    >
      <OperationChange {...send} />
      {facts.length > 0 && (
        <dl className={styles.table}>
          {facts.map(([label, words]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <FailureAnswers answers={failures[name]} />
      {isOfEnos && <VerbatimWords failure={name} message={message} />}
    </OutcomeFrame>
  )
}

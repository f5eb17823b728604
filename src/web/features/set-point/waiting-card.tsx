import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { waitingSince } from './countdown.ts'
import { CountdownRing } from './countdown-ring.tsx'
import { OperationChange } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'

interface WaitingCardProps {
  /** null until the server has told of it. */
  operation: Operation | null
  shown: Pick<Operation, 'shown' | 'body'>
  /** When it left this panel, ms since the epoch by the server's clock. */
  since: number
  /** Seconds. */
  timeout: number
  /** Whether it waits for an answer now; a queued one is only on its way into the queue. */
  isInstant: boolean
  takesFocus: boolean
}

/** A command under way, with the time that its answer may still take. */
export function WaitingCard({ operation, shown, since, timeout, isInstant, takesFocus }: WaitingCardProps) {
  const { sending, operations } = useText()
  const { outcome } = sending
  const isReleased = operation?.steps.some(({ kind }) => kind === 'released')
  const isAway = useConnected() === 'lost'
  useWakeLock(isInstant)
  return (
    <OutcomeFrame
      tone="wait"
      title={operation ? operations.outcomes.waiting : outcome.sendingTitle}
      takesFocus={takesFocus}
    >
      <OperationChange {...shown} />
      {isInstant || isReleased ? (
        <CountdownRing since={operation ? waitingSince(operation) : since} timeout={timeout}>
          {isReleased ? outcome.released : operation ? outcome.waiting : outcome.sending}
        </CountdownRing>
      ) : (
        <p>{outcome.sending}</p>
      )}
      {isAway && (
        <Notice tone="unknown" icon="offline" role="status">
          {outcome.notKnown}
        </Notice>
      )}
    </OutcomeFrame>
  )
}

import type { ComponentType } from 'react'
import type { Outcome } from '#contract/panel/operation.ts'
import { DoneCard } from './done-card.tsx'
import { FailedCard } from './failed-card.tsx'
import type { OutcomeProps } from './outcome-props.ts'
import { QueuedCard } from './queued-card.tsx'
import { UnknownCard } from './unknown-card.tsx'
import { WaitingCard } from './waiting-card.tsx'

function OperationWaiting({ operation, takesFocus }: OutcomeProps) {
  return (
    <WaitingCard
      operation={operation}
      shown={operation}
      since={operation.createTime}
      timeout={operation.timeout}
      isInstant={operation.pendingTtl === 0}
      takesFocus={takesFocus}
    />
  )
}

const cards = {
  waiting: OperationWaiting,
  queued: QueuedCard,
  done: DoneCard,
  notSent: FailedCard,
  refused: FailedCard,
  unknown: UnknownCard,
} satisfies Record<Outcome, ComponentType<OutcomeProps>>

/** What an operation waits for or what became of it, with what can be done now. */
export function OperationCard(props: OutcomeProps) {
  const Shown = cards[props.operation.outcome]
  return <Shown {...props} />
}

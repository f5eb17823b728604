import type { ComponentType } from 'react'
import type { ContactCardProps } from './contact-card.tsx'
import type { ForecastLineProps } from './forecast-line.tsx'
import type { HeldNumberProps, NumberSenseProps } from './number-sense-question.tsx'
import type { OutcomeProps } from './outcome-props.ts'
import type { QueueProps } from './queue.tsx'
import type { ReviewProps } from './review.tsx'

export interface SendingProps {
  Review: ReviewProps
  OperationCard: OutcomeProps
  ContactCard: ContactCardProps
  ForecastLine: ForecastLineProps
  HeldNumber: HeldNumberProps
  NumberSenseQuestion: NumberSenseProps
  QueueDialog: QueueProps & { onClose: () => void }
}

/** What nobody sees who has not begun a draft: the editor is given it, so that its code and words may come later. */
export type SendingParts = { [N in keyof SendingProps]: ComponentType<SendingProps[N]> }

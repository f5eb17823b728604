import type { ComponentType } from 'react'
import type { ContactCardProps } from './contact-card.tsx'
import type { ForecastLineProps } from './forecast-line.tsx'
import type { OutcomeProps } from './outcome-props.ts'
import type { QueueProps } from './queue.tsx'
import type { ReviewProps } from './review.tsx'

/** What nobody sees who has not begun a draft: the editor is given it, so that its code may come later. */
export interface SendingParts {
  Review: ComponentType<ReviewProps>
  OperationCard: ComponentType<OutcomeProps>
  ContactCard: ComponentType<ContactCardProps>
  ForecastLine: ComponentType<ForecastLineProps>
  QueueDialog: ComponentType<QueueProps & { onClose: () => void }>
}

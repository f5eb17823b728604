import type { ComponentType } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ContactCardProps } from './contact-card.tsx'
import type { StoredDraft } from './draft-store.ts'
import type { ForecastLineProps } from './forecast-line.tsx'
import type { NotAllowedProps } from './not-allowed.tsx'
import type { HeldNumberProps, NumberSenseProps } from './number-sense-question.tsx'
import type { OnlyIfProps } from './only-if.tsx'
import type { OutcomeProps } from './outcome-props.ts'
import type { QueueProps } from './queue.tsx'
import type { ReviewProps } from './review.tsx'
import type { SetForm } from './set-form.ts'
import type { Target } from './target.ts'
import type { Reviewed } from './use-set-point.ts'

export interface KeptHow {
  /** Whether the browser has promised not to clear it by itself. */
  isLasting: boolean
}

/** The main button without a network. */
export interface KeepProps {
  target: Target
  latest: LatestValue | undefined
  form: SetForm
  kept: StoredDraft
  /** How the last one was kept; null where none was since the page was opened. */
  wasKept: KeptHow | null
  /** null where it cannot be kept as it is; that was told. */
  onCheck: () => Reviewed | null
  onKept: (how: KeptHow) => void
}

/** A kept draft beside what holds now. */
export interface ReleaseNoticeProps {
  id: string
  /** It was to be released, and was not sent. */
  isNotBegun: boolean
  /** Told what has to be asked before it is sent; null for nothing. */
  onQuestion: (question: string | null) => void
}

export interface SendingProps {
  Review: ReviewProps
  OperationCard: OutcomeProps
  ContactCard: ContactCardProps
  ForecastLine: ForecastLineProps
  HeldNumber: HeldNumberProps
  KeepButton: KeepProps
  NotAllowed: NotAllowedProps
  NumberSenseQuestion: NumberSenseProps
  OnlyIf: OnlyIfProps
  PressShield: object
  QueueDialog: QueueProps & { onClose: () => void }
  ReleaseNotice: ReleaseNoticeProps
}

/** What nobody sees who has not begun a draft, or may not: the editor is given it, so that its code and words may come later. */
export type SendingParts = { [N in keyof SendingProps]: ComponentType<SendingProps[N]> }

import { ContactCard } from '../features/set-point/contact-card.tsx'
import { DraftStrip } from '../features/set-point/draft-strip.tsx'
import { DraftsFull } from '../features/set-point/drafts-full.tsx'
import { ForecastLine } from '../features/set-point/forecast-line.tsx'
import { NotAllowed } from '../features/set-point/not-allowed.tsx'
import { HeldNumber, NumberSenseQuestion } from '../features/set-point/number-sense-question.tsx'
import { OnlyIf } from '../features/set-point/only-if.tsx'
import { OperationCard } from '../features/set-point/operation-card.tsx'
import { PressShield } from '../features/set-point/press-shield.tsx'
import { PutBack } from '../features/set-point/put-back.tsx'
import { QueueDialog } from '../features/set-point/queue.tsx'
import { Review } from '../features/set-point/review.tsx'
import type { SendingParts } from '../features/set-point/sending-parts.ts'
import { KeepDraft, OwnReleaseNotice } from './own-outbox.tsx'

/** From the review of a draft on, in one chunk: whoever has what it takes to send also has what tells of the outcome. */
export const sendingParts: SendingParts = {
  ContactCard,
  ForecastLine,
  HeldNumber,
  KeepButton: KeepDraft,
  NotAllowed,
  NumberSenseQuestion,
  OnlyIf,
  PressShield,
  OperationCard,
  QueueDialog,
  ReleaseNotice: OwnReleaseNotice,
  Review,
}

/** Whoever has begun one draft may begin another: what is told of several. */
export const draftParts = { DraftStrip, DraftsFull, PutBack }

import type { ComponentType, ReactNode } from 'react'
import type { OutboxNoticeProps } from '../features/outbox/outbox-notice.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { EditorWaiting } from './editor-waiting.tsx'
import { type LatePart, latePart } from './late-part.tsx'
import type { OwnReleaseProps } from './own-outbox.tsx'

interface OutboxProps {
  KeptPage: object
  OwnOutboxLink: object
  OwnOutboxNotice: Omit<OutboxNoticeProps, 'owner'>
  OwnRelease: OwnReleaseProps
}
type OutboxParts = { [N in keyof OutboxProps]: ComponentType<OutboxProps[N]> }

const loadParts = async (): Promise<OutboxParts> => (await import('./outbox-parts.ts')).outboxParts

const outboxPart = <N extends keyof OutboxProps>(name: N, waiting?: ReactNode): LatePart<OutboxProps[N]> =>
  latePart({ name, load: async () => (await loadParts())[name], needsLateWords: true, waiting })

export const LateOutboxLink = outboxPart('OwnOutboxLink')
export const LateOutboxNotice = outboxPart('OwnOutboxNotice')
export const LateRelease = outboxPart('OwnRelease', <EditorWaiting />)
export const LateOutboxPage = outboxPart('KeptPage', <LoadingRows count={6} />)

import type { ComponentProps, ComponentType, ReactNode } from 'react'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { EditorWaiting } from './editor-waiting.tsx'
import { type LatePart, latePart } from './late-part.tsx'
import type { outboxParts } from './outbox-parts.ts'

type Parts = typeof outboxParts

const outboxPart = <N extends keyof Parts>(name: N, waiting?: ReactNode): LatePart<ComponentProps<Parts[N]>> =>
  latePart({
    name,
    load: async () => (await import('./outbox-parts.ts')).outboxParts[name] as ComponentType<ComponentProps<Parts[N]>>,
    needsLateWords: true,
    waiting,
  })
export const LateOutboxLink = outboxPart('OwnOutboxLink')
export const LateOutboxNotice = outboxPart('OwnOutboxNotice')
export const LateRelease = outboxPart('OwnRelease', <EditorWaiting />)
export const LateOutboxPage = outboxPart('KeptPage', <LoadingRows count={6} />)

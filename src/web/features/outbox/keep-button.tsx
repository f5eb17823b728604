import { useState } from 'react'
import { OutboxUnavailable } from '../../api/outbox-store.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { outboxHref } from '../../ui/links.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { OutboxPlace } from './change-outbox.ts'
import { type DraftInEditor, keepDraft } from './keep-draft.ts'
import styles from './outbox.module.css'

interface KeepButtonProps {
  place: OutboxPlace
  /** ms to add to this device's clock to get the server's. */
  clockOffset: number
  /** Whether somebody has begun to write: then what was kept before is told of no more. */
  isBegun: boolean
  /** null where it cannot be kept as it is; that was told. */
  take: () => DraftInEditor | null
  onKept: () => void
}

type Stage = 'idle' | 'keeping' | 'kept' | 'keptForNow' | 'failed'

/** The editor's main button without a network: the draft stays on this device, and nothing leaves by itself. */
export function KeepButton({ place, clockOffset, isBegun, take, onKept }: KeepButtonProps) {
  const { outbox } = useText()
  const announce = useAnnounce()
  const [stage, setStage] = useState<Stage>('idle')
  const keep = async () => {
    const draft = take()
    if (!draft) return
    setStage('keeping')
    try {
      const isLasting = await keepDraft(place, draft, clockOffset)
      setStage(isLasting ? 'kept' : 'keptForNow')
      announce(outbox.keptTitle)
      onKept()
    } catch (error) {
      if (!(error instanceof OutboxUnavailable)) throw error
      setStage('failed')
    }
  }
  const wasKept = stage === 'kept' || stage === 'keptForNow'
  return (
    <>
      {stage === 'failed' && (
        <Notice tone="bad" role="alert" title={outbox.cannotTitle}>
          {outbox.cannot}
        </Notice>
      )}
      {wasKept && !isBegun && (
        <Notice
          tone="queued"
          icon="download"
          title={outbox.keptTitle}
          actions={<LinkButton href={outboxHref()}>{outbox.show}</LinkButton>}
        >
          {stage === 'kept' ? outbox.kept : outbox.keptInstall}
        </Notice>
      )}
      {isBegun && <p className={styles.hint}>{outbox.keepHint}</p>}
      {(isBegun || !wasKept) && (
        <Button
          kind="primary"
          icon="download"
          wide
          data-does="review"
          disabled={stage === 'keeping'}
          onClick={() => void keep()}
        >
          {outbox.keep}
        </Button>
      )}
    </>
  )
}

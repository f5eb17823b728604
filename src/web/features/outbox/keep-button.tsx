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

interface KeepButtonProps {
  place: OutboxPlace
  /** ms to add to this device's clock to get the server's. */
  clockOffset: number
  /** Whether somebody has begun to write: then what was kept before is told of no more. */
  isBegun: boolean
  /** How the last one was kept; null where none was. */
  wasKept: KeptHow | null
  /** null where it cannot be kept as it is; that was told. */
  take: () => DraftInEditor | null
  onKept: (how: KeptHow) => void
}

interface KeptHow {
  isLasting: boolean
}

/** The main button of editor and review without a network: the draft stays on this device, and nothing leaves by itself. */
export function KeepButton({ place, clockOffset, isBegun, wasKept, take, onKept }: KeepButtonProps) {
  const { outbox } = useText()
  const announce = useAnnounce()
  const [stage, setStage] = useState<'idle' | 'keeping' | 'failed'>('idle')
  const keep = async () => {
    const draft = take()
    if (!draft) return
    setStage('keeping')
    try {
      const isLasting = await keepDraft(place, draft, clockOffset)
      setStage('idle')
      announce(outbox.keptTitle)
      onKept({ isLasting })
    } catch (error) {
      if (!(error instanceof OutboxUnavailable)) throw error
      setStage('failed')
    }
  }
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
          {wasKept.isLasting ? outbox.kept : outbox.keptInstall}
        </Notice>
      )}
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

import { useEffect, useRef, useState } from 'react'
import type { OutboxOwner } from '../../api/outbox-draft.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { outboxHref } from '../../ui/links.ts'
import { Notice } from '../../ui/notice.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import { ReleasedDraft } from './draft-card.tsx'
import styles from './outbox.module.css'
import { useLookUp } from './use-look-up.ts'
import { useOutbox } from './use-outbox.ts'

export interface OutboxNoticeProps {
  owner: OutboxOwner
  /** Where the drafts themselves are shown, nothing is said of them here. */
  isShownBelow: boolean
}

/** Once there is a network: that something is kept here, what became of a release that was cut off, and what is gone. */
export function OutboxNotice({ owner, isShownBelow }: OutboxNoticeProps) {
  const { outbox } = useText()
  const { content, isPending, gone, place, witness } = useOutbox(owner)
  useLookUp(place, content.own, !isPending)
  const isConnected = useConnected() !== 'lost'
  const [isLater, setLater] = useState(false)
  const wasConnected = useRef(isConnected)
  useEffect(() => {
    // Each time that the connection is back it is told again.
    if (isConnected && !wasConnected.current) setLater(false)
    wasConnected.current = isConnected
  }, [isConnected])
  const forget = () => place.writeWitness((before) => ({ ...before, count: before.count - gone }))
  const kept = content.own.filter(({ state }) => state !== 'released')
  const released = isShownBelow ? [] : content.own.filter(({ state }) => state === 'released')
  const isTold = isConnected && kept.length > 0 && !isLater && !isShownBelow
  if (!isTold && gone === 0 && released.length === 0) return null
  return (
    <div className={styles.notices} data-mark={witness.mark}>
      {gone > 0 && (
        <Notice
          tone="bad"
          role="alert"
          title={outbox.goneTitle(gone)}
          actions={<Button onClick={forget}>{outbox.understood}</Button>}
        >
          {outbox.gone}
        </Notice>
      )}
      {released.map((draft) => (
        <Notice
          key={draft.id}
          tone="queued"
          role="status"
          icon="download"
          title={draft.send.shown.sentence}
          actions={<ReleasedDraft place={place} draft={draft} />}
        />
      ))}
      {isTold && (
        <Notice
          tone="queued"
          role="status"
          icon="download"
          title={outbox.noticeTitle(kept.length)}
          actions={
            <>
              <LinkButton href={outboxHref()}>{outbox.noticeShow}</LinkButton>
              <Button kind="quiet" onClick={() => setLater(true)}>
                {outbox.later}
              </Button>
            </>
          }
        >
          {outbox.notice}
        </Notice>
      )}
    </div>
  )
}

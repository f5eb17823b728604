import type { OutboxOwner } from '../../api/outbox-draft.ts'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Card } from '../../ui/card.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Notice } from '../../ui/notice.tsx'
import pageStyles from '../../ui/page.module.css'
import { DraftCard } from './draft-card.tsx'
import styles from './outbox.module.css'
import { useLookUp } from './use-look-up.ts'
import { useOutbox } from './use-outbox.ts'

/** Everything that the person has kept on this device; with or without a network. */
export function OutboxPage({ owner }: { owner: OutboxOwner }) {
  const { outbox } = useText()
  const { content, isPending, isUnreadable, place } = useOutbox(owner)
  useLookUp(place, content.own, !isPending)
  const { own, ofOthers, elsewhere } = content
  return (
    <div className={pageStyles.page}>
      <header className={styles.top}>
        <h1 className={styles.heading}>{outbox.title}</h1>
        <p className="muted">{outbox.about}</p>
      </header>
      {isPending && (
        <Card label={outbox.title}>
          <LoadingRows count={3} />
        </Card>
      )}
      {isUnreadable && (
        <Notice tone="bad" title={outbox.unreadableTitle}>
          {outbox.unreadable}
        </Notice>
      )}
      {!isPending && !isUnreadable && own.length === 0 && (
        <Card label={outbox.emptyTitle}>
          <Blank icon="download" title={outbox.emptyTitle}>
            {outbox.empty}
          </Blank>
        </Card>
      )}
      {own.map((draft) => (
        <DraftCard key={draft.id} place={place} draft={draft} />
      ))}
      {ofOthers > 0 && <Notice icon="lock">{outbox.ofOthers(ofOthers)}</Notice>}
      {elsewhere > 0 && <Notice>{outbox.elsewhere(elsewhere)}</Notice>}
    </div>
  )
}

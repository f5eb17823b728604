import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutboxDraft } from '../../api/outbox-draft.ts'
import { outboxStore } from '../../api/outbox-store.ts'
import { operationQuery, sessionQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { isolated } from '../../ui/isolated.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { controlHref, operationHref } from '../../ui/links.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OutcomeChip } from '../../ui/outcome-chip.tsx'
import { secondsText } from '../../ui/seconds-text.ts'
import { useConnected } from '../../ui/use-connected.ts'
import { changeOutbox, type OutboxPlace } from './change-outbox.ts'
import { DraftFactsList } from './draft-facts-list.tsx'
import styles from './outbox.module.css'
import { selectorOf, useDraftFacts } from './use-draft-facts.ts'
import { wantedWords } from './value-words.ts'

interface DraftCardProps {
  place: OutboxPlace
  draft: OutboxDraft
}

const nameOf = ({ send: { shown, query } }: OutboxDraft) => ({
  point: shown.pointName || query.measurepointId,
  device: shown.deviceName || query.assetId || query.deviceKey || '',
})

/** One kept draft with its one way out: the editor, where it is checked like any other. */
export function DraftCard({ place, draft }: DraftCardProps) {
  const { point, device } = nameOf(draft)
  return (
    <Card label={`${isolated(point)} · ${isolated(device)}`} className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <bdi>{point}</bdi> <bdi className="muted">{device}</bdi>
        </h2>
        <p className={`${styles.value} num`}>{wantedWords(draft)}</p>
        <code className="mono">{draft.send.body}</code>
      </div>
      {draft.state === 'kept' ? (
        <KeptDraft place={place} draft={draft} />
      ) : draft.state === 'released' ? (
        <ReleasedDraft place={place} draft={draft} />
      ) : (
        <CutOffRelease />
      )}
    </Card>
  )
}

/** A release of which nobody has seen the end. */
export function CutOffRelease() {
  const { outbox } = useText()
  const isConnected = useConnected() !== 'lost'
  return (
    <Notice tone="unknown" role="status">
      {isConnected ? outbox.lookingUp : outbox.lookUpLost}
    </Notice>
  )
}

function KeptDraft({ place, draft }: DraftCardProps) {
  const text = useText()
  const { outbox } = text
  const facts = useDraftFacts(draft)
  const { data: session } = useQuery(sessionQuery())
  const { mustBeTypedAgain } = facts.age
  const href = controlHref({ ...selectorOf(draft), point: draft.send.query.measurepointId, kept: draft.id })
  return (
    <>
      <DraftFactsList draft={draft} facts={facts} />
      {mustBeTypedAgain && <Notice tone="wait">{outbox.tooOld(secondsText(session?.draftMaxAge ?? 0, text))}</Notice>}
      {draft.wasTried && <Notice>{outbox.wasTried}</Notice>}
      <div className={styles.actions}>
        {facts.isConnected ? (
          <LinkButton kind="primary" icon={mustBeTypedAgain ? 'edit' : 'send'} href={href}>
            {mustBeTypedAgain ? outbox.retype : outbox.release}
          </LinkButton>
        ) : (
          <>
            <LinkButton icon="edit" href={href}>
              {outbox.edit}
            </LinkButton>
            <span className="muted">{outbox.needsNetwork}</span>
          </>
        )}
        <DeleteDraft place={place} id={draft.id} />
      </div>
    </>
  )
}

/** What became of a release that was cut off; told until somebody has read it. */
export function ReleasedDraft({ place, draft }: DraftCardProps) {
  const { outbox } = useText()
  const { data: operation } = useQuery(operationQuery(draft.operationId))
  return (
    <div className={styles.actions}>
      <span>{outbox.released}</span>
      {operation && <OutcomeChip outcome={operation.outcome} code={operation.code} />}
      <LinkButton href={operationHref(draft.operationId)}>{outbox.details}</LinkButton>
      <Button onClick={() => void changeOutbox(place, () => outboxStore.remove(draft.id))}>{outbox.understood}</Button>
    </div>
  )
}

function DeleteDraft({ place, id }: { place: OutboxPlace; id: string }) {
  const { outbox } = useText()
  const announce = useAnnounce()
  const [isAsked, setAsked] = useState(false)
  const remove = async () => {
    await changeOutbox(place, () => outboxStore.remove(id))
    announce(outbox.deleted)
  }
  if (!isAsked) {
    return (
      <Button kind="quiet" icon="trash" className={styles.delete} onClick={() => setAsked(true)}>
        {outbox.delete}
      </Button>
    )
  }
  return (
    <Notice
      tone="wait"
      role="status"
      className={styles.wide}
      title={outbox.deleteSure}
      actions={
        <>
          <Button kind="danger" onClick={() => void remove()}>
            {outbox.deleteYes}
          </Button>
          <Button autoFocus onClick={() => setAsked(false)}>
            {outbox.deleteNo}
          </Button>
        </>
      }
    />
  )
}

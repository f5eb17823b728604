import { useEffect } from 'react'
import type { OutboxDraft, OutboxOwner } from '../../api/outbox-draft.ts'
import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'
import { DraftFactsList } from './draft-facts-list.tsx'
import { hasChanged } from './then-and-now.ts'
import { useDraftFacts } from './use-draft-facts.ts'
import { useOutbox } from './use-outbox.ts'
import { wantedWords } from './value-words.ts'

interface ReleaseNoticeProps {
  owner: OutboxOwner
  id: string
  isNotBegun: boolean
  onQuestion: (question: string | null) => void
}

/** Stands above a kept draft in the editor: then and now, and what has to be asked before it is sent. */
export function ReleaseNotice({ owner, id, isNotBegun, onQuestion }: ReleaseNoticeProps) {
  const { outbox } = useText()
  const { content, isPending } = useOutbox(owner)
  const draft = content.own.find((one) => one.id === id)
  return (
    <>
      {isNotBegun && (
        <Notice tone="bad" role="alert" title={outbox.notBegunTitle}>
          {outbox.notBegun}
        </Notice>
      )}
      {draft ? (
        <ThenAndNow draft={draft} onQuestion={onQuestion} />
      ) : (
        !isPending && !isNotBegun && <Notice>{outbox.goneHere}</Notice>
      )}
    </>
  )
}

function ThenAndNow({ draft, onQuestion }: { draft: OutboxDraft } & Pick<ReleaseNoticeProps, 'onQuestion'>) {
  const { outbox } = useText()
  const facts = useDraftFacts(draft)
  const value = wantedWords(draft)
  const { since, age } = facts
  const isKnown = since.hasMoved !== null && since.areCommandsKnown
  const question = hasChanged(since) ? outbox.question : null
  useEffect(() => {
    if (isKnown) onQuestion(question)
  }, [isKnown, question, onQuestion])
  return (
    <Notice tone="queued" icon="download" title={outbox.releasing}>
      <p>{age.mustBeTypedAgain ? outbox.retypeHelp(value) : outbox.releaseHelp}</p>
      <DraftFactsList draft={draft} facts={facts} />
    </Notice>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import type { OutboxDraft, OutboxOwner } from '../../api/outbox-draft.ts'
import { sessionQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import { CutOffRelease } from './draft-card.tsx'
import { useDraftAge } from './use-draft-facts.ts'
import { useLookUp } from './use-look-up.ts'
import { useOutbox } from './use-outbox.ts'

/** What the editor is given of a kept draft. */
interface ReleaseInEditor {
  /** Under which it leaves; empty for one that has to be typed again and may leave under another. */
  idempotencyKey: string
  form: OutboxDraft['form']
  reason: string
  /** Exact JSON text; empty for whatever the device reports. */
  expectedValue: string
  mustBeTypedAgain: boolean
}

interface ReleaseGateProps {
  owner: OutboxOwner
  id: string
  /** Stands in the editor's place while the draft is fetched. */
  waiting: ReactNode
  /** @param release undefined where the draft is here no more. */
  children: (release: ReleaseInEditor | undefined) => ReactNode
}

/** Opens a kept draft in the editor, once it is known what has become of it and how old it is. */
export function ReleaseGate({ owner, id, waiting, children }: ReleaseGateProps) {
  const { outbox } = useText()
  const { content, isPending, place } = useOutbox(owner)
  const found = content.own.find((draft) => draft.id === id)
  const isConnected = useConnected() !== 'lost'
  // The server's clock is asked anew: by it the draft may be older than this device thinks.
  const session = useQuery({ ...sessionQuery(), refetchOnMount: 'always' })
  const [opened, setOpened] = useState<OutboxDraft | null>(null)
  const [wasHere, setWasHere] = useState(true)
  const isTimeKnown = isConnected && session.isFetchedAfterMount && !session.isFetching
  if (!opened && wasHere && found?.state === 'kept' && (!isConnected || isTimeKnown)) setOpened(found)
  if (!opened && wasHere && !isPending && (!found || found.state === 'released')) setWasHere(false)
  const isCutOff = !opened && found?.state === 'releasing'
  useLookUp(place, isCutOff ? [found] : [], isCutOff)
  if (opened) {
    return (
      <OpenRelease draft={opened} isTimeKnown={isTimeKnown}>
        {children}
      </OpenRelease>
    )
  }
  if (!wasHere) {
    return (
      <>
        <Notice>{outbox.goneHere}</Notice>
        {children(undefined)}
      </>
    )
  }
  if (!isCutOff) return waiting
  return (
    <Card label={outbox.releasing}>
      <CutOffRelease />
    </Card>
  )
}

interface OpenReleaseProps {
  draft: OutboxDraft
  /** Whether its age is told by a clock that was just asked. */
  isTimeKnown: boolean
  children: (release: ReleaseInEditor) => ReactNode
}

function OpenRelease({ draft, isTimeKnown, children }: OpenReleaseProps) {
  const { mustBeTypedAgain } = useDraftAge(draft)
  // Decided when it is opened, and once more when the clock is known: what is being typed is not taken away later.
  const [decided, setDecided] = useState({ mustBeTypedAgain, isTimeKnown })
  if (!decided.isTimeKnown && isTimeKnown) setDecided({ mustBeTypedAgain, isTimeKnown })
  const { form } = draft
  return (
    // Too old to be sent as it is, it begins empty.
    <Fragment key={String(decided.mustBeTypedAgain)}>
      {children({
        idempotencyKey: decided.mustBeTypedAgain && !draft.wasTried ? '' : draft.send.idempotencyKey,
        form,
        reason: draft.send.reason ?? '',
        expectedValue: draft.send.expectedValue ?? '',
        mustBeTypedAgain: decided.mustBeTypedAgain,
      })}
    </Fragment>
  )
}

import { useEffect, useRef } from 'react'
import { askUntilKnown } from '../../api/ask-until-known.ts'
import { findOperation } from '../../api/call.ts'
import type { OutboxDraft } from '../../api/outbox-draft.ts'
import { OutboxUnavailable, outboxStore } from '../../api/outbox-store.ts'
import { useConnected } from '../../ui/use-connected.ts'
import { changeOutbox, type OutboxPlace } from './change-outbox.ts'

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

async function lookUp(place: OutboxPlace, { id, send }: OutboxDraft, isWanted: () => boolean): Promise<void> {
  const operation = await askUntilKnown(send.idempotencyKey, { find: findOperation, wait, isWanted })
  if (operation === undefined) return
  await changeOutbox(place, () => outboxStore.settle(id, operation?.id ?? null))
}

/**
 * Finds out what became of releases that were cut off, and never sends: once when the drafts are there, and again when the
 * connection is back. A release that begins meanwhile is followed by who began it.
 */
export function useLookUp(place: OutboxPlace, drafts: OutboxDraft[], areThere: boolean): void {
  const isConnected = useConnected() !== 'lost'
  const latest = useRef(drafts)
  useEffect(() => {
    latest.current = drafts
  })
  useEffect(() => {
    if (!isConnected || !areThere) return
    let isWanted = true
    for (const draft of latest.current.filter(({ state }) => state === 'releasing')) {
      lookUp(place, draft, () => isWanted).catch((error: unknown) => {
        // What cannot be noted is found out again the next time.
        if (!(error instanceof OutboxUnavailable)) throw error
      })
    }
    return () => {
      isWanted = false
    }
  }, [place, isConnected, areThere])
}

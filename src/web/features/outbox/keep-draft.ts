import type { DraftToKeep, OutboxDraft, OutboxOwner } from '../../api/outbox-draft.ts'
import { outboxStore } from '../../api/outbox-store.ts'
import { changeOutbox, type OutboxPlace } from './change-outbox.ts'

/** A draft as the editor has it. */
export interface DraftInEditor extends DraftToKeep {
  /** The kept draft that it is, and goes on being; empty for a new one. */
  releases: string
}

interface Moment {
  /** By this device's clock, ms since the epoch. */
  deviceTime: number
  /** ms to add to it to get the server's, as known. */
  clockOffset: number
}

const isSameContent = (a: DraftToKeep, b: DraftToKeep): boolean =>
  a.send.body === b.send.body && JSON.stringify(a.send.query) === JSON.stringify(b.send.query)

/** What is kept of a draft. One that is kept again is as old as before, unless something else was typed. */
export function draftKept(
  { releases, ...draft }: DraftInEditor,
  earlier: OutboxDraft | undefined,
  owner: OutboxOwner,
  moment: Moment,
): OutboxDraft {
  if (earlier) {
    const isOld = isSameContent(earlier, draft) && earlier.send.idempotencyKey === draft.send.idempotencyKey
    const before = isOld ? earlier.before : (draft.before ?? earlier.before)
    return { ...earlier, ...draft, before, ...(isOld ? {} : moment) }
  }
  const id = releases || draft.send.idempotencyKey
  return { ...draft, ...moment, id, owner, state: 'kept', wasTried: false, operationId: '' }
}

/** Whether the browser will not clear what is kept by itself. */
async function isLasting(): Promise<boolean> {
  // Missing where the page came without TLS.
  if (!navigator.storage?.persist) return false
  return (await navigator.storage.persisted()) || (await navigator.storage.persist())
}

/**
 * Keeps a draft on this device; on disk when it resolves.
 * @returns whether the browser has promised not to clear it by itself.
 * @throws OutboxUnavailable where it was not kept.
 */
export async function keepDraft(place: OutboxPlace, draft: DraftInEditor, clockOffset: number): Promise<boolean> {
  const moment = { deviceTime: Date.now(), clockOffset: Math.round(clockOffset) }
  await changeOutbox(place, async () => {
    const { own } = await outboxStore.list(place.owner)
    const earlier = own.find(({ id }) => id === draft.releases)
    await outboxStore.keep(draftKept(draft, earlier, place.owner, moment))
  })
  return await isLasting().catch(() => false)
}

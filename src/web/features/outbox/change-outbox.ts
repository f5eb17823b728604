import type { OutboxOwner } from '../../api/outbox-draft.ts'
import { outboxStore } from '../../api/outbox-store.ts'
import type { KeptWitness } from '../../ui/use-kept-witness.ts'

/** Whose drafts are changed, and what the browser remembers of them beside. */
export interface OutboxPlace {
  owner: OutboxOwner
  writeWitness: (next: (before: KeptWitness) => KeptWitness) => void
}

/**
 * Changes what is kept, and tells every tab. Whatever happens in between, nobody takes it for drafts that are gone.
 * @throws OutboxUnavailable
 */
export async function changeOutbox<T>({ owner, writeWitness }: OutboxPlace, step: () => Promise<T>): Promise<T> {
  writeWitness((before) => ({ ...before, isChanging: true }))
  try {
    return await step()
  } finally {
    const count = await outboxStore.list(owner).then(
      ({ own }) => own.length,
      () => null,
    )
    const mark = `${Date.now()}-${Math.random()}`
    writeWitness((before) => ({ count: count ?? before.count, mark, isChanging: count === null }))
  }
}

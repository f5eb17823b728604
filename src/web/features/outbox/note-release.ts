import type { Operation } from '#contract/panel/operation.ts'
import { OutboxUnavailable, outboxStore, type Release } from '../../api/outbox-store.ts'
import { changeOutbox, type OutboxPlace } from './change-outbox.ts'

/**
 * Notes on this device how a release goes. Nothing here sends.
 * @param clockOffset ms to add to this device's clock to get the server's.
 */
export function noteRelease(place: OutboxPlace, clockOffset: number) {
  return {
    /** To be awaited before a kept draft leaves. @returns false where it must not. */
    async begin(id: string, release: Pick<Release, 'send' | 'form'>): Promise<boolean> {
      const moment = { deviceTime: Date.now(), clockOffset: Math.round(clockOffset) }
      try {
        return await changeOutbox(place, () => outboxStore.begin(id, place.owner, { ...release, ...moment }))
      } catch (error) {
        if (error instanceof OutboxUnavailable) return false
        throw error
      }
    },
    /** @param operation what it became, which a person now sees; null where for certain nothing was recorded. */
    async settle(id: string, operation: Pick<Operation, 'id'> | null): Promise<void> {
      try {
        await changeOutbox(place, async () => {
          await outboxStore.settle(id, operation?.id ?? null)
          // The record has it: whoever looks for it finds it there.
          if (operation) await outboxStore.remove(id)
        })
      } catch (error) {
        // It stays as it is noted, and what became of it is found out by its key when the browser gives it back.
        if (!(error instanceof OutboxUnavailable)) throw error
      }
    },
  }
}

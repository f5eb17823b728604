import type { Send } from '../../api/call.ts'
import type { SetForm } from './set-form.ts'

/** Where drafts are kept on this device, as far as sending one has to do with it. */
export interface Outbox {
  /**
   * Notes on this device that a kept draft is about to leave; to be awaited before it does.
   * @returns false where it must not: it is there no more, or cannot be noted.
   */
  begin(id: string, release: { send: Send; form: SetForm }): Promise<boolean>
  /** Notes what it led to: an operation, or for certain nothing (null). */
  settle(id: string, operation: { id: string } | null): void
}

import { Failure } from '#contract/enos/failure.ts'
import { failures } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** ms between two questions; the last one repeats. */
const waits = [500, 1000, 2000, 3000, 5000]
/** So often in a row must the server know nothing of a send: the request may still have been on its way. */
const usuallySureAfter = 4

interface Asking {
  find(idempotencyKey: string): Promise<Operation | null>
  /** @param isAway the server could not be asked: whoever hears that it is back may cut the wait short. */
  wait(milliseconds: number, isAway: boolean): Promise<void>
  /** Whether anybody still wants to know. */
  isWanted(): boolean
  /** Answers in a row that know nothing of it; one is enough where the request itself was answered. */
  sureAfter?: number
}

/** Whether asking again may help: the server was not reached, or its answer did not come through. */
export const isLostContact = (error: unknown): boolean =>
  error instanceof Failure && failures[error.failure].delivery === 'maybeSent'

/**
 * What became of a send whose answer was lost; null where nothing was ever recorded.
 * Asks as long as the server cannot be reached, and never sends. Undefined where nobody wants to know any more.
 */
export async function askUntilKnown(
  idempotencyKey: string,
  { find, wait, isWanted, sureAfter = usuallySureAfter }: Asking,
): Promise<Operation | null | undefined> {
  let nothing = 0
  for (let asked = 0; isWanted(); asked++) {
    try {
      const operation = await find(idempotencyKey)
      if (operation) return operation
      nothing++
      if (nothing >= sureAfter) return null
    } catch (error) {
      // Whatever keeps the server from answering: it says nothing about the send.
      if (!(error instanceof Failure)) throw error
      nothing = 0
    }
    await wait(waits[Math.min(asked, waits.length - 1)] ?? 5000, nothing === 0)
  }
  return undefined
}

import type { Send } from '../../api/call.ts'
import type { ReadySet } from './set-form.ts'
import { selectorOf, type Target } from './target.ts'

/** A send before it was shown: the words that are confirmed come with the place that shows them. */
export type UnshownSend = Pick<Send, 'query' | 'body' | 'idempotencyKey'>

/** One send, ready to be shown under its key. */
export function sendOf(target: Target, ready: ReadySet, idempotencyKey: string): UnshownSend {
  return {
    query: {
      orgId: target.orgId,
      ...selectorOf(target.device),
      measurepointId: target.measurepointId,
      pendingTtl: ready.pendingTtl,
      timeout: ready.timeout,
    },
    body: ready.body,
    idempotencyKey,
  }
}

/** What the key of a send stands for: the same text is the same command. */
export const contentOf = ({ query, body }: Pick<Send, 'query' | 'body'>): string => JSON.stringify([query, body])

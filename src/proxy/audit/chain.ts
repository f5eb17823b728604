import { randomUUID } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import * as z from 'zod/mini'
import type { Operation } from '#contract/panel/operation.ts'
import { type Content, canonicalText, changeOf, hashOf } from './entry.ts'

export const headSchema = z.object({ count: z.int(), hash: z.string() })
/** The end of the chain: how many entries there are, and the hash of the last. */
export type Head = z.infer<typeof headSchema>

/**
 * The hash-chained record of everything that happened to operations. Call its functions inside the transaction
 * that changes the operation: neither is ever on disk without the other.
 */
export function openChain(sqlite: Sqlite.Database) {
  const insert = sqlite.prepare(
    `INSERT INTO audit (seq, operationId, revision, time, text, previous, hash)
     VALUES (@seq, @operationId, @revision, @time, @text, @previous, @hash)`,
  )
  const readHead = sqlite.prepare('SELECT count, hash FROM auditHead')
  const head = (): Head => headSchema.parse(readHead.get())

  function append(operationId: string, revision: number, content: Content): void {
    const { count, hash: previous } = head()
    const entry = { seq: count + 1, operationId, revision, time: Date.now(), text: canonicalText(content), previous }
    // A trigger moves the head on.
    insert.run({ ...entry, hash: hashOf(entry) })
  }

  return {
    head,

    /** Begins the chain where there is none, with every operation of before, of which there are `count`, as it is found. */
    begin(count: number, earlier: Iterable<Operation>): void {
      if (head().count > 0) return
      append('', 0, { kind: 'genesis', chain: randomUUID(), earlier: count })
      for (const operation of earlier) append(operation.id, operation.revision, { kind: 'before', operation })
    },

    recorded: (operation: Operation): void => append(operation.id, operation.revision, { kind: 'record', operation }),

    changed: (before: Operation, after: Operation): void =>
      append(after.id, after.revision, { kind: 'change', change: changeOf(before, after) }),
  }
}

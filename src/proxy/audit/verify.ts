import type Sqlite from 'better-sqlite3'
import { operationSchema } from '#contract/panel/operation.ts'
import { readRow } from '../store/sqlite/operation-row.ts'
import { type Head, headSchema } from './chain.ts'
import { applyContent, canonicalText, contentSchema, type Entry, entrySchema, hashOf, noHash } from './entry.ts'

/**
 * What is wrong with a record.
 * - `entryMissing`, `entryChanged`, `linkBroken`: of the entry `seq`. - `endMissing`: entries were cut off the end.
 * - `headMissing`: the hash that was noted down earlier is none of this chain's.
 * - `operationMissing`, `operationChanged`: the list of operations says something else than the chain.
 */
export type Fault =
  | { kind: 'entryMissing' | 'entryChanged' | 'linkBroken'; seq: number; operationId: string }
  | { kind: 'endMissing'; seq: number; count: number }
  | { kind: 'headMissing'; hash: string }
  | { kind: 'operationMissing' | 'operationChanged'; operationId: string }

const faultOf = (entry: Entry, last: Head): Fault | null => {
  const { seq, operationId } = entry
  if (seq !== last.count + 1) return { kind: 'entryMissing', seq: last.count + 1, operationId: '' }
  if (entry.hash !== hashOf(entry)) return { kind: 'entryChanged', seq, operationId }
  if (entry.previous !== last.hash) return { kind: 'linkBroken', seq, operationId }
  return null
}

/** Walks the chain from its beginning; memory does not grow with its length. */
function verifyChain(sqlite: Sqlite.Database, noted: string | undefined): { head: Head; fault: Fault | null } {
  let last: Head = { count: 0, hash: noHash }
  let isNotedFound = noted === undefined
  for (const row of sqlite.prepare('SELECT * FROM audit ORDER BY seq').iterate()) {
    const entry = entrySchema.parse(row)
    const fault = faultOf(entry, last)
    if (fault) return { head: last, fault }
    last = { count: entry.seq, hash: entry.hash }
    isNotedFound ||= entry.hash === noted
  }
  const head = headSchema.parse(sqlite.prepare('SELECT count, hash FROM auditHead').get())
  if (head.count !== last.count || head.hash !== last.hash) {
    return { head: last, fault: { kind: 'endMissing', seq: last.count + 1, count: head.count } }
  }
  return { head, fault: isNotedFound ? null : { kind: 'headMissing', hash: noted ?? '' } }
}

/** Compares every operation, as lists show it, with what its entries add up to. */
function verifyOperations(sqlite: Sqlite.Database): Fault | null {
  // The record needs no such index, and so the check makes one of its own, beside the file.
  sqlite.exec(`
    DROP TABLE IF EXISTS temp.entryOfOperation;
    CREATE TEMP TABLE entryOfOperation (operationId TEXT, seq INTEGER, PRIMARY KEY (operationId, seq)) WITHOUT ROWID;
    INSERT INTO entryOfOperation SELECT operationId, seq FROM audit;`)
  const entriesOf = sqlite
    .prepare(
      `SELECT text FROM entryOfOperation AS entry CROSS JOIN audit ON audit.seq = entry.seq
       WHERE entry.operationId = ? ORDER BY entry.seq`,
    )
    .pluck()
  for (const row of sqlite.prepare('SELECT * FROM operation ORDER BY seq').iterate()) {
    const { operation } = readRow(row)
    const contents = entriesOf.all(operation.id).map((text) => contentSchema.parse(JSON.parse(String(text))))
    const told = operationSchema.safeParse(contents.reduce(applyContent, {})).data
    if (!told || canonicalText(told) !== canonicalText(operation)) {
      return { kind: 'operationChanged', operationId: operation.id }
    }
  }
  const missing = sqlite
    .prepare(
      `SELECT operationId FROM audit WHERE operationId <> ''
       AND NOT EXISTS (SELECT 1 FROM operation WHERE id = operationId) ORDER BY seq LIMIT 1`,
    )
    .pluck()
    .get()
  return missing === undefined ? null : { kind: 'operationMissing', operationId: String(missing) }
}

/**
 * Finds the first thing that is wrong with the record of operations. Reads one moment, also while the proxy writes.
 * @param noted a head's hash that was written down earlier, e.g. from the proxy's log: shows a chain that was
 * rewritten, or cut together with its head, which the file alone cannot show.
 * @returns the end of the chain as far as it is whole, and the fault; null for none.
 */
export const verify = (sqlite: Sqlite.Database, noted?: string): { head: Head; fault: Fault | null } =>
  sqlite.transaction(() => {
    const { head, fault } = verifyChain(sqlite, noted)
    return { head, fault: fault ?? verifyOperations(sqlite) }
  })()

import Sqlite from 'better-sqlite3'
import { verify } from '../../../src/proxy/audit/verify.ts'
import type { Violation } from './evidence.ts'

const one = (sqlite: Sqlite.Database, sql: string): unknown => sqlite.prepare(sql).pluck().get()

/** The proxy's own record: its hash chain, and the counters beside it. */
export function checkRecord(file: string): Violation[] {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const violations: Violation[] = []
    const must = (holds: boolean, words: string, about: unknown): void => {
      if (!holds) violations.push({ claim: 'record', words, about })
    }
    const { head, fault } = verify(sqlite)
    must(fault === null, 'the hash chain is broken', fault)
    const revision = Number(one(sqlite, 'SELECT revision FROM sequence'))
    must(head.count === revision + 1, 'the chain has not one entry for each revision', { head, revision })
    const newest = Number(one(sqlite, 'SELECT coalesce(max(revision), 0) FROM operation'))
    must(newest === revision, 'the newest revision is no operation’s', { newest, revision })
    const twice = one(sqlite, 'SELECT count(*) - count(DISTINCT idempotencyKey) FROM operation')
    must(twice === 0, 'a key stands for several operations', twice)
    const command = one(
      sqlite,
      "SELECT commandId FROM operation WHERE commandId <> '' GROUP BY commandId HAVING count(*) > 1 LIMIT 1",
    )
    must(command === undefined, 'two operations name one command', command)
    must(one(sqlite, 'PRAGMA integrity_check') === 'ok', 'the database is damaged', file)
    return violations
  } finally {
    sqlite.close()
  }
}

/** connect's own record. */
export function checkCommands(file: string): Violation[] {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const isWhole = one(sqlite, 'PRAGMA integrity_check') === 'ok'
    return isWhole ? [] : [{ claim: 'record', words: 'the database is damaged', about: file }]
  } finally {
    sqlite.close()
  }
}

/** §1.4 rule 1. */
const mostWaiting = 50

/** Looks into connect's database every now and then, while it runs, for a queue that is too long. */
export function watchQueues(file: string) {
  const violations: Violation[] = []
  let longest = 0
  let sqlite: Sqlite.Database | undefined
  const look = (): void => {
    try {
      sqlite ??= new Sqlite(file, { readonly: true, fileMustExist: true })
      const row = sqlite
        .prepare(
          `SELECT device_key AS device, count(*) AS waiting FROM command WHERE state = 1 AND pending_ttl > 0
           GROUP BY product_key, device_key ORDER BY waiting DESC LIMIT 1`,
        )
        .get()
      const { waiting = 0 } = Object(row)
      longest = Math.max(longest, Number(waiting))
      if (waiting > mostWaiting)
        violations.push({ claim: 'queue', words: `${waiting} commands wait for one device`, about: row })
    } catch {
      // Not there yet, or a program is just opening it: the next look tells.
      sqlite?.close()
      sqlite = undefined
    }
  }
  const timer = setInterval(look, 250)
  return {
    stop() {
      clearInterval(timer)
      sqlite?.close()
      return { longest, violations }
    },
  }
}

import { type FailureName, failures } from './failures.ts'

/**
 * The one way in which anything goes wrong: thrown anywhere, caught only at the edge,
 * which writes code and HTTP status from the table.
 */
export class Failure extends Error {
  override name = 'Failure'
  readonly failure: FailureName
  /** Joins the answer as `data`, e.g. the commandId of a command that was stored before it failed (§7.2 Q2). */
  readonly data: unknown
  /** The number to answer instead of the table's, where a device chose it (§7.2 Q1). */
  readonly code: number

  /** @param detail completes the `msg`: what is wrong and what would be right. */
  constructor(failure: FailureName, detail = '', options: { data?: unknown; code?: number; cause?: unknown } = {}) {
    super(detail || failure, { cause: options.cause })
    this.failure = failure
    this.data = options.data ?? null
    this.code = options.code ?? failures[failure].code
  }
}

import type { Report } from '#contract/enos/reports-of.ts'
import type { ExactJson } from '#contract/value/exact.ts'

/** What one trend shows. */
export interface Shown {
  /** The point's name. */
  point: string
  /** ms since the epoch. */
  from: number
  to: number
  /** Within the span, oldest first. */
  reports: Report[]
  /** A value as people read it, with its unit. */
  textOf(value: ExactJson): string
  isNumeric: boolean
}

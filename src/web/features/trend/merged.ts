import type { Report } from '#contract/enos/reports-of.ts'

/** All reports, oldest first and one for each moment: where both know it, the one of `first`. */
export function merged(first: readonly Report[], second: readonly Report[]): Report[] {
  const known = new Set(first.map(({ time }) => time))
  const added = second.filter(({ time }) => !known.has(time))
  return added.length === 0 ? [...first] : [...first, ...added].sort((a, b) => a.time - b.time)
}

/** Those from `from` to `to`, both included; ms since the epoch. */
export const within = (reports: readonly Report[], from: number, to: number): Report[] =>
  reports.filter(({ time }) => time >= from && time <= to)

import type { Operation, Step } from '#contract/panel/operation.ts'
import { isFinal } from '#contract/panel/operation.ts'

export interface TimelineEntry {
  /** `ended` closes an operation whose last step does not say how it ended. */
  kind: Step['kind'] | 'ended'
  /** ms since the epoch. */
  time: number
  /** ms since the entry before; 0 for the first. */
  gap: number
  detail: string
}

/** Steps that are an end in themselves. */
const closing: ReadonlySet<string> = new Set([
  'answered',
  'timedOut',
  'expired',
  'canceled',
  'connectionLost',
  'interrupted',
])

/** The steps of an operation in the order of their times, each with the gap before it. */
export function timelineOf({ steps, endTime, outcome }: Operation): TimelineEntry[] {
  const entries: Omit<TimelineEntry, 'gap'>[] = steps
    .map(({ kind, time, detail = '' }) => ({ kind, time, detail }))
    // A stable sort: what happened in the same millisecond stays in the order in which it was recorded.
    .sort((a, b) => a.time - b.time)
  if (endTime !== null && isFinal(outcome) && !closing.has(entries.at(-1)?.kind ?? '')) {
    entries.push({ kind: 'ended', time: endTime, detail: '' })
  }
  return entries.map((entry, index) => ({
    ...entry,
    gap: Math.max(0, entry.time - (entries[index - 1] ?? entry).time),
  }))
}

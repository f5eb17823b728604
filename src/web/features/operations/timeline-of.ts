import type { Acknowledged, Evidence, Operation, ReadBack, Step, Verdict } from '#contract/panel/operation.ts'
import { isFinal } from '#contract/panel/operation.ts'

type Happening = {
  /** ms since the epoch, by the proxy's clock. */
  time: number
} & (
  | { kind: Step['kind']; detail: string }
  /** Closes an operation whose last step does not say how it ended. */
  | { kind: 'ended' }
  | { kind: 'seen'; evidence: Evidence }
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'readBack'; readBack: ReadBack }
  | { kind: 'acknowledged'; acknowledged: Acknowledged }
)

export type TimelineEntry = Happening & {
  /** ms since the entry before; 0 for the first. */
  gap: number
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

// A stable sort: what happened in the same millisecond stays in the order in which it was recorded.
const inOrder = (happenings: Happening[]): Happening[] => happenings.sort((a, b) => a.time - b.time)

/** What was seen, found and said after the end. */
function findingsOf({ verdict, readBack, acknowledged }: Operation): Happening[] {
  const evidence = [...(verdict?.evidence ?? []), ...(readBack?.report ? [readBack.report] : [])]
  return [
    ...evidence.map((one): Happening => ({ kind: 'seen', time: one.seenTime, evidence: one })),
    ...(readBack ? [{ kind: 'readBack' as const, time: readBack.time, readBack }] : []),
    ...(verdict ? [{ kind: 'verdict' as const, time: verdict.time, verdict }] : []),
    ...(acknowledged ? [{ kind: 'acknowledged' as const, time: acknowledged.time, acknowledged }] : []),
  ]
}

/** The steps of an operation and what was found out later, in the order of their times, each with the gap before it. */
export function timelineOf(operation: Operation): TimelineEntry[] {
  const { steps, endTime, outcome } = operation
  const happenings = inOrder(steps.map(({ kind, time, detail = '' }): Happening => ({ kind, time, detail })))
  if (endTime !== null && isFinal(outcome) && !closing.has(happenings.at(-1)?.kind ?? '')) {
    happenings.push({ kind: 'ended', time: endTime })
  }
  const all = inOrder([...happenings, ...findingsOf(operation)])
  return all.map((one, index) => ({ ...one, gap: Math.max(0, one.time - (all[index - 1] ?? one).time) }))
}

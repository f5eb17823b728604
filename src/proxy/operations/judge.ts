import type { Command } from '#contract/enos/command.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Evidence, Operation, ReadBack, Verdict } from '#contract/panel/operation.ts'
import { sentTimeOf, sentValueOf } from '#contract/panel/sent-value.ts'
import { stringifyExact } from '#contract/value/exact.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import { byOurClock, type ClockDifference, clockMargin } from './clock-difference.ts'
import { settleCommand } from './settle-command.ts'

/** ms after the end for which evidence of an unknown outcome is gathered. */
export const verdictWithin = 10 * 60_000
/** ms after the end for which a device may take to report what it was given. */
export const readBackWithin = 60_000
/** Reports of another value that are more than a late one. */
const enough = 3
/** ms that a report may be ahead of our clock; beyond, its time says nothing of what came first. */
const aheadAtMost = 5000

type Report = Extract<Evidence, { kind: 'report' }>

/** When the device can no longer be acting on it: a command that is kept may be handed over as late as its pendingTtl. */
const lastChanceOf = (operation: Operation): number => {
  const isReleased = operation.steps.some(({ kind }) => kind === 'released')
  return sentTimeOf(operation) + (isReleased ? 0 : operation.pendingTtl * 1000) + operation.timeout * 1000
}

/** What has to be known to say what a report is evidence of. */
export interface Circumstances {
  /** How the gateway's clock compares with ours; null where it was not measured. */
  clock: ClockDifference | null
  /** What the model says of the point; null where nobody can tell: then any fraction may have been rounded. */
  definition: ValueDefinition | null
  /** Whether the device has reported since it was first looked at: then this is newer, whatever the clocks say. */
  isFresh: boolean
}

/** A device confirmed what is done: there only the order matters. */
const marginOf = ({ outcome }: Operation, clock: ClockDifference | null): number =>
  outcome === 'done' ? 0 : clockMargin(clock)

/** What a reported value is evidence of; null where it is not surely newer than the send. */
export function reportOf(
  operation: Operation,
  { time, value }: LatestValue,
  seenTime: number,
  { clock, definition, isFresh }: Circumstances,
): Report | null {
  const ownTime = byOurClock(time, clock)
  const before = sentTimeOf(operation) + marginOf(operation, clock)
  if (ownTime <= before || ownTime > seenTime + aheadAtMost) return null
  // By clocks of which nobody knows how they differ, or where the device's may be ours, it may be older than it seems.
  const isDoubtful = time <= before || (clock === null && operation.outcome !== 'done')
  if (isDoubtful && !isFresh) return null
  const isSame = isSameValue(sentValueOf(operation.body) ?? null, value, definition)
  return { kind: 'report', time, seenTime, value: stringifyExact(value), isSame }
}

/** What a command's state is evidence of; null where it tells nothing new of an unknown outcome. */
export function stateOf(operation: Operation, command: Command, seenTime: number): Evidence | null {
  const { outcome } = settleCommand(operation, command, seenTime)
  if (outcome !== 'done' && outcome !== 'refused' && outcome !== 'notSent') return null
  const { state, endTime, resultCode } = command
  const found = operation.commandId === '' ? { commandId: command.commandId } : {}
  return {
    kind: 'commandState',
    time: endTime ?? seenTime,
    seenTime,
    state,
    code: resultCode ?? null,
    outcome,
    ...found,
  }
}

const hasActed = (evidence: Evidence): boolean =>
  evidence.kind === 'report' ? evidence.isSame : evidence.outcome === 'done'

const othersAfter = (evidence: readonly Evidence[], time: number, clock: ClockDifference | null): Report[] => {
  const others = evidence
    .filter((one) => one.kind === 'report')
    .filter((one) => !one.isSame && byOurClock(one.time, clock) > time)
  return [...new Map(others.map((one) => [one.time, one])).values()]
}

/** How long evidence is waited for, ms since the epoch; longer for a command that is seen to wait for its device. */
const verdictUntil = (operation: Operation, isPending: boolean): number => {
  const end = operation.endTime ?? operation.createTime
  return (isPending ? Math.max(end, lastChanceOf(operation)) : end) + verdictWithin
}

/**
 * What the evidence says of an unknown outcome; null while more may come. The outcome stays unknown: a verdict is a
 * finding beside it.
 * @param clock as in {@link Circumstances}.
 * @param isPending whether the command was last seen in a state that is not its last.
 */
export function judge(
  operation: Operation,
  evidence: readonly Evidence[],
  now: number,
  clock: ClockDifference | null,
  isPending = false,
): Verdict | null {
  const acted = evidence.find(hasActed)
  if (acted) return { kind: 'confirmedLate', time: now, evidence: [acted] }
  const ended = evidence.find(({ kind }) => kind === 'commandState')
  if (ended) return { kind: 'probablyNotApplied', time: now, evidence: [ended] }
  const others = othersAfter(evidence, lastChanceOf(operation) + marginOf(operation, clock), clock)
  if (others.length >= enough) return { kind: 'probablyNotApplied', time: now, evidence: others }
  if (now < verdictUntil(operation, isPending)) return null
  return { kind: 'cannotTell', time: now, evidence: evidence.slice(-enough) }
}

/** Whether the device reports what it confirmed; null while it may still come to. */
export function judgeReadBack(
  operation: Operation,
  evidence: readonly Evidence[],
  now: number,
  clock: ClockDifference | null,
): ReadBack | null {
  const reports = evidence.filter((one) => one.kind === 'report')
  const same = reports.find(({ isSame }) => isSame)
  if (same) return { kind: 'same', time: now, report: same }
  const end = operation.endTime ?? operation.createTime
  const others = othersAfter(evidence, end, clock)
  if (others.length < enough && now < end + readBackWithin) return null
  const last = reports.at(-1)
  return last ? { kind: 'other', time: now, report: last } : { kind: 'notReported', time: now, report: null }
}

import type { FailureName } from '#contract/enos/failures.ts'
import { failures } from '#contract/enos/failures.ts'
import type { Operation, stepKinds } from '#contract/panel/operation.ts'
import type { Text } from '../../text/en.ts'
import { untilText } from '../../ui/time-text.ts'
import { spanText, wholeSpanText } from './span-text.ts'

/** When a step happened, ms since the epoch; undefined where it did not. */
export const timeOf = ({ steps }: Operation, kind: (typeof stepKinds)[number]): number | undefined =>
  steps.findLast((step) => step.kind === kind)?.time

/** When the waiting for an answer ends, or the keeping in the queue; ms since the epoch. */
export function deadlineOf(operation: Operation): number {
  const { createTime, pendingTtl, timeout, outcome } = operation
  if (outcome === 'queued') return createTime + pendingTtl * 1000
  return (timeOf(operation, 'released') ?? timeOf(operation, 'sent') ?? createTime) + timeout * 1000
}

/** Failures that mean little without the words that came with them. */
const wordy: ReadonlySet<FailureName> = new Set(['refusedByDevice', 'invalidArgument', 'permissionDenied', 'notFound'])

function failedSentence(operation: Operation, { failures: texts, operations }: Text): string {
  const { failure, message, verdict, acknowledged } = operation
  if (!failure) return ''
  const { what } = texts[failure]
  if (verdict && verdict.kind !== 'cannotTell') return operations.sentence.foundLater[verdict.kind](what)
  if (acknowledged) return operations.sentence.checked(what, acknowledged.person, acknowledged.reason)
  if (failures[failure].delivery === 'maybeSent') return operations.sentence.mayHaveActed(what)
  return message && message !== failure && wordy.has(failure) ? operations.sentence.said(what, message) : what
}

function doneSentence(operation: Operation, text: Text): string {
  const { sentence } = text.operations
  const end = timeOf(operation, 'answered') ?? operation.endTime ?? operation.createTime
  const released = timeOf(operation, 'released')
  if (operation.pendingTtl > 0 && released !== undefined) {
    const queued = spanText(released - operation.createTime, text)
    // A gateway that does not tell when it sent leaves both at the same moment.
    return end > released
      ? sentence.confirmedLater(queued, spanText(end - released, text))
      : sentence.confirmedAtOnce(queued)
  }
  return sentence.confirmed(spanText(end - (timeOf(operation, 'sent') ?? operation.createTime), text))
}

/**
 * What came of an operation, or what it waits for, in one plain sentence.
 * @param now ms since the epoch: what waits is told with the time that is left.
 * @param place its place in the queue of the device from 1, where it is known.
 */
export function sentenceOf(operation: Operation, text: Text, now: number, place?: number): string {
  const { sentence } = text.operations
  const { outcome } = operation
  if (outcome === 'done') return doneSentence(operation, text)
  if (outcome !== 'waiting' && outcome !== 'queued') return failedSentence(operation, text)
  const deadline = deadlineOf(operation)
  if (outcome === 'queued') {
    if (now >= deadline) return sentence.queuedOver
    const until = untilText(deadline, now, text.locale)
    return place ? sentence.queuedAt(place, until) : sentence.queued(until)
  }
  if (now >= deadline) return sentence.overdue
  const left = wholeSpanText(deadline - now, text)
  return timeOf(operation, 'released') === undefined ? sentence.waiting(left) : sentence.released(left)
}

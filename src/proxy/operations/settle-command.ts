import { type Command, commandStates } from '#contract/enos/command.ts'
import { type FailureName, failureNamed } from '#contract/enos/failures.ts'
import type { Operation, Step, stepKinds } from '#contract/panel/operation.ts'
import type { Change } from './ports.ts'
import { failed } from './settle.ts'

const { created, canceled, expired, sent, succeeded, timedOut } = commandStates

/** Why a command failed (state 6): the service says it in a number of its own, a device in any other (§7.2 Q1). */
const reason = (command: Command): FailureName =>
  (typeof command.resultCode === 'number' && failureNamed(command.resultCode, 'command')) || 'refusedByDevice'

/** What a command's state (§2.1) makes of the operation that it was sent for. Steps are those not told before. */
export function settleCommand(operation: Operation, command: Command, now: number): Change {
  const has = (kind: (typeof stepKinds)[number]) => operation.steps.some((step) => step.kind === kind)
  const end = command.endTime ?? now
  // What was said when it was accepted says nothing of how it ended.
  const words: Change = { state: command.state, code: command.resultCode ?? null, message: command.resultMsg ?? '' }
  const detail = [command.resultCode, command.resultMsg].filter((part) => part !== null && part !== undefined).join(' ')
  const step = (kind: Step['kind'], time: number): Step[] =>
    has(kind) ? [] : [{ kind, time, ...(detail ? { detail } : {}) }]
  const release = (time: number): Step[] => (has('released') ? [] : [{ kind: 'released', time }])

  switch (command.state) {
    case created:
      return { state: command.state, outcome: 'queued', steps: step('queued', now) }
    case sent:
      return { state: command.state, outcome: 'waiting', steps: release(command.sentTime ?? now) }
    case succeeded:
      return {
        state: command.state,
        outcome: 'done',
        failure: null,
        endTime: end,
        steps: [...release(command.sentTime ?? end), ...step('answered', end)],
      }
    case canceled:
      return { ...words, ...failed('commandCanceled', end), steps: step('canceled', end) }
    case expired:
      return { ...words, ...failed('commandExpired', end), steps: step('expired', end) }
    case timedOut:
      return {
        ...words,
        ...failed('noAnswerInTime', end),
        steps: [...release(command.sentTime ?? end), ...step('timedOut', end)],
      }
    default:
      return {
        ...words,
        ...failed(reason(command), end),
        steps: [...(command.sentTime ? release(command.sentTime) : []), ...step('answered', end)],
      }
  }
}

import { type Command, commandValue } from '#contract/enos/command.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import { byOurClock, type ClockDifference, clockMargin } from './clock-difference.ts'

/** ms after which a send that was let go has been made a command of, or never will be. */
const onItsWay = 60_000
/** ms after which EnOS lists a command that it has made: a fresh one may not be found at once (§2). */
const listedAfter = 10_000
/** ms by which the clock of the service that makes commands may differ from that of the gateway before it. */
const behindTheGateway = 500
/** `commandType` of a set measurement point (§2.1). */
const setMeasurepoint = 1

/** ms by our clock, both included. */
interface Window {
  from: number
  to: number
}

/** When the command of a send can have been created; wider by what the two clocks may differ. */
export function creationWindow(operation: Operation, clock: ClockDifference): Window {
  const { steps, createTime, endTime } = operation
  // Cut off before its leaving was recorded, it may have left as soon as it was recorded itself.
  const left = steps.find(({ kind }) => kind === 'sent')?.time ?? createTime
  const margin = clockMargin(clock) + behindTheGateway
  return { from: left - margin, to: Math.min(endTime ?? left, left + onItsWay) + margin }
}

/** When the list of commands can be trusted to hold the send's, ms by our clock. */
export const listedFrom = (operation: Operation, clock: ClockDifference): number =>
  creationWindow(operation, clock).to + listedAfter

/** Recorded from then on, another send may have made a command within the window. */
export const rivalsFrom = ({ from }: Window): number => from - onItsWay

const isWithin = (time: number, { from, to }: Window): boolean => time >= from && time <= to

const hasValue = (command: Command, operation: Operation): boolean => {
  const [sent, got] = [sentValueOf(operation.body), commandValue(command)]
  return sent !== undefined && got !== undefined && isSameValue(sent, got, 'exact')
}

const sameBody = (one: Operation, other: Operation): boolean => {
  const [sent, others] = [sentValueOf(one.body), sentValueOf(other.body)]
  return sent !== undefined && others !== undefined && isSameValue(sent, others, 'exact')
}

/**
 * The command that a send has made, where its answer named none: the only one of its point and its very value that
 * was created when the send's can have been. null where there is none, or another cannot be ruled out.
 * @param commands of the device, complete for the window.
 * @param rivals other sends to the point around that time.
 * @param clock how the gateway's, by which commands are created, compares with ours.
 */
export function findCommand(
  operation: Operation,
  commands: readonly Command[],
  rivals: readonly Operation[],
  clock: ClockDifference,
): Command | null {
  const window = creationWindow(operation, clock)
  const ofOthers = new Set(rivals.map(({ commandId }) => commandId))
  const candidates = commands.filter(
    (command) =>
      command.commandType === setMeasurepoint &&
      command.tslIdentifier === operation.measurepointId &&
      !ofOthers.has(command.commandId) &&
      isWithin(byOurClock(command.createTime, clock), window) &&
      hasValue(command, operation),
  )
  const [only] = candidates
  if (!only || candidates.length > 1) return null
  // As likely the command of another send that got no answer either.
  const isDisputed = rivals.some(
    (rival) =>
      rival.commandId === '' &&
      sameBody(operation, rival) &&
      isWithin(byOurClock(only.createTime, clock), creationWindow(rival, clock)),
  )
  const isAsSent = only.timeout === operation.timeout && only.pendingTtl === operation.pendingTtl
  return isAsSent && !isDisputed ? only : null
}

import { commandStates } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import { type DeviceQueue, inFlight, type Live, type LiveCommand } from './live.ts'
import type { StoredCommand } from './ports.ts'
import { type EndState, move } from './transitions.ts'

/** A failure that carries the id of the command it ends (§7.2 Q2). */
export const failureOf = ({ commandId }: StoredCommand, failure: FailureName, detail: string, code?: number): Failure =>
  new Failure(failure, detail, { data: { commandId }, ...(code !== undefined && { code }) })

/** How a command ends, for its record: states 6 and 7 say why. */
export const ending = (state: EndState, time: number, failure: Failure | null) => ({
  state,
  endTime: time,
  ...((state === commandStates.failed || state === commandStates.timedOut) &&
    failure && { resultCode: failure.code, resultMsg: failure.message }),
})

/**
 * Ends a command: at once in its queue, then on disk, then for whoever waits for it. Resolves after that, never rejects.
 * The caller dispatches the queue.
 * @throws Error, before anything is changed, where `transitions` does not allow it.
 */
export function settle(
  live: Live,
  queue: DeviceQueue,
  item: LiveCommand,
  state: EndState,
  failure: Failure | null = null,
): Promise<void> {
  const change = ending(state, live.clock.now(), failure)
  move(item.command, change)
  item.takeBack()
  leave(queue, item)
  return record(live, item, change, failure)
}

function leave(queue: DeviceQueue, item: LiveCommand): void {
  const place = queue.waiting.indexOf(item)
  if (place >= 0) queue.waiting.splice(place, 1)
  if (inFlight(queue) === item) queue.mode = { is: 'free' }
}

async function record(
  live: Live,
  item: LiveCommand,
  change: ReturnType<typeof ending>,
  failure: Failure | null,
): Promise<void> {
  const { commandId } = item.command
  let outcome: unknown = failure
  try {
    await live.store.update(commandId, change)
  } catch (error) {
    live.onError(error)
    outcome = error
  }
  live.commands.delete(commandId)
  item.end(outcome)
}

import { commandStates } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import { type DeviceQueue, inFlight, type Live, type LiveCommand } from './live.ts'
import type { StoredCommand } from './ports.ts'
import { type EndState, move } from './transitions.ts'

/** The disk did not take what has to be on it before anything is sent. Without an id: nobody shall look for the command. */
export const notRecorded = (cause: unknown): Failure =>
  new Failure('notRecorded', 'The command could not be stored and is not sent', { cause })

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
 * Ends a command: at once in its queue, then on disk, then for whoever waits for it. Where the disk refuses, whoever
 * waits hears what is known all the same, and the disk as soon as it takes it. The caller dispatches the queue.
 * @returns whether it was on disk at once; never rejects.
 * @throws Error, before anything is changed, where `transitions` does not allow it.
 */
export function settle(
  live: Live,
  queue: DeviceQueue,
  item: LiveCommand,
  state: EndState,
  failure: Failure | null = null,
): Promise<boolean> {
  const change = ending(state, live.clock.now(), failure)
  const { commandId } = item.command
  move(item.command, change)
  item.takeBack()
  leave(queue, item)
  const written = live.recorder.write(commandId, change, () => live.commands.delete(commandId))
  return written.then((isOnDisk) => {
    item.end(failure)
    return isOnDisk
  })
}

function leave(queue: DeviceQueue, item: LiveCommand): void {
  const place = queue.waiting.indexOf(item)
  if (place >= 0) queue.waiting.splice(place, 1)
  if (inFlight(queue) === item) queue.mode = { is: 'free' }
}

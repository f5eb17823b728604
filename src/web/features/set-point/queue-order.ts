import { type Command, commandStates } from '#contract/enos/command.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** Commands as the device gets them: the oldest first (§1.4). Ids grow, so they decide within a millisecond. */
export const inOrder = (commands: Command[]): Command[] =>
  commands.toSorted(
    (a, b) =>
      a.createTime - b.createTime || a.commandId.length - b.commandId.length || (a.commandId < b.commandId ? -1 : 1),
  )

/** EnOS keeps so many commands for a device (§1.4). */
export const mostQueued = 50

/** Those that count towards the 50 places of a device: cached and not yet sent (§1.5). */
export const placesTaken = (commands: Command[]): number =>
  commands.filter(({ state, pendingTtl }) => state === commandStates.created && pendingTtl > 0).length

/**
 * The commands that stood between a command and its device: made before it, and not ended when it came.
 * Where EnOS does not tell when a command ended, only those that are still unfinished are sure to have been in front.
 */
export function inFrontOf(operation: Operation, commands: Command[]): Command[] {
  const isUnfinished = ({ state }: Command) => state === commandStates.created || state === commandStates.sent
  return inOrder(commands).filter((command) => {
    if (command.commandId === operation.commandId || command.createTime > operation.createTime) return false
    return command.endTime ? command.endTime > operation.createTime : isUnfinished(command)
  })
}

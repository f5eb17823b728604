import { type CommandState, commandStates } from '#contract/enos/command.ts'
import type { CommandChange, StoredCommand } from './ports.ts'

const { created, canceled, expired, sent, succeeded, failed, timedOut } = commandStates

/**
 * State → legal next states: the life of a command (§1.5, §2.1).
 *
 * - **created (1)**: stored, and certainly not sent. Everything begins here, except an instant command for a device
 *   that cannot be reached: that is stored as failed at once.
 *   - → canceled (2): withdrawn. → expired (3): its pendingTtl passed.
 *   - → failed (6): an instant command whose device dropped or whose timeout passed, or one that cannot be encoded.
 *   - → sent (4): recorded *before* the bytes leave, so that a crash in between never looks like "not sent".
 * - **sent (4)**: it may have reached the device, whatever happens now.
 *   - → succeeded (5), failed (6): the device's reply. → timedOut (7): no reply until the deadline.
 *   - → failed (6) also where an instant command's connection was gone, or its timeout passed, before the bytes left.
 *   - → created (1): **only** a cached command for which there was no connection after all. Its bytes are known not
 *     to have left, so that it may wait for the device again. Nothing else ever returns.
 * - **the others** are ends. A reply that comes later changes nothing (§7.2 Q15).
 */
export const transitions = {
  [created]: [canceled, expired, sent, failed],
  [canceled]: [],
  [expired]: [],
  [sent]: [succeeded, failed, timedOut, created],
  [succeeded]: [],
  [failed]: [],
  [timedOut]: [],
} as const satisfies Record<CommandState, readonly CommandState[]>

export type EndState = Exclude<CommandState, typeof created | typeof sent>

/** @throws Error where the table does not allow it: that is a mistake in this program. */
export function move(command: StoredCommand, change: CommandChange & { state: CommandState }): void {
  const next: readonly CommandState[] = transitions[command.state]
  if (!next.includes(change.state)) {
    throw new Error(`command ${command.commandId} cannot go from state ${command.state} to ${change.state}`)
  }
  Object.assign(command, change)
}

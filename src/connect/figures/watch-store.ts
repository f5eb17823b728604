import type { CommandState } from '#contract/enos/command.ts'
import type { CommandChange, CommandStore, StoredCommand } from '../commands/ports.ts'

/** What became of a command, once it is on disk. */
export interface CommandStep {
  /** Who it is for and what it is; it may be further by now than this step. */
  command: Readonly<StoredCommand>
  state: CommandState
  /** What the step changed; nothing where it is the first. */
  change: CommandChange
  /** What the disk took for it, waiting for others included, s. */
  writeSeconds: number
}

/**
 * The store, with somebody beside it who is told of every step that reached the disk; the rules know nothing of it.
 * @param commandOf what lives under an id.
 */
export function watchStore(
  store: CommandStore,
  commandOf: (commandId: string) => StoredCommand | undefined,
  told: (step: CommandStep) => void,
): CommandStore {
  /** The caller gets the store's own promise: nothing waits for whoever watches. */
  function watched(written: Promise<void>, command: StoredCommand, state: CommandState, change: CommandChange) {
    const begin = performance.now()
    written.then(
      () => told({ command, state, change, writeSeconds: (performance.now() - begin) / 1000 }),
      // The caller hears of it.
      () => undefined,
    )
    return written
  }

  return {
    ...store,
    insert: (command) => watched(store.insert(command), command, command.state, {}),
    update(commandId, change) {
      const written = store.update(commandId, change)
      const command = commandOf(commandId)
      return command && change.state ? watched(written, command, change.state, change) : written
    },
  }
}

import type { Clock, CommandChange, CommandStore } from './ports.ts'

/** How long a disk that refused is left in peace, in ms. */
export const restAfterError = 1000

/** Writes down what became of commands, also where the disk does not take it for a while. */
export interface Recorder {
  /**
   * Resolves with whether the change is on disk; never rejects. Where it is not, it is tried again until it is,
   * or until a later change of the same command takes it along. `onDisk` is called when it is there at last.
   */
  write(commandId: string, change: CommandChange, onDisk?: () => void): Promise<boolean>
  /**
   * For a change that must be on disk before anything else happens: it is tried once.
   * @throws Error of the store where the disk did not take it.
   */
  writeNow(commandId: string, change: CommandChange): Promise<void>
  /** Tries once more what is not on disk, and no more after that. */
  stop(): Promise<void>
}

interface Unrecorded {
  change: CommandChange
  onDisk(): void
}

/** @param onError told once of each change that the disk did not take at once. */
export function createRecorder(store: CommandStore, clock: Clock, onError: (error: unknown) => void): Recorder {
  const unrecorded = new Map<string, Unrecorded>()
  let takeBack: (() => void) | undefined
  let isStopped = false

  /** Taken out before the later change is asked for, so that the earlier can never be written over it. */
  function takeUnrecorded(commandId: string): Unrecorded | undefined {
    const earlier = unrecorded.get(commandId)
    unrecorded.delete(commandId)
    return earlier
  }

  async function tryAgain(commandId: string, entry: Unrecorded): Promise<void> {
    // What was refused when it was to be stored has nothing to be changed.
    const isStored = store.get(commandId) !== undefined
    if (isStored) await store.update(commandId, entry.change)
    if (unrecorded.get(commandId) === entry) unrecorded.delete(commandId)
    if (isStored) entry.onDisk()
  }

  const tryAll = () => Promise.allSettled([...unrecorded].map(([commandId, entry]) => tryAgain(commandId, entry)))

  function later(): void {
    if (takeBack || isStopped || unrecorded.size === 0) return
    takeBack = clock.at(clock.now() + restAfterError, () => {
      takeBack = undefined
      void tryAll().then(later)
    })
  }

  return {
    async write(commandId, change, onDisk = () => undefined) {
      const earlier = takeUnrecorded(commandId)
      const whole = { ...earlier?.change, ...change }
      try {
        await store.update(commandId, whole)
      } catch (error) {
        onError(error)
        unrecorded.set(commandId, { change: whole, onDisk })
        later()
        return false
      }
      onDisk()
      return true
    },

    async writeNow(commandId, change) {
      const earlier = takeUnrecorded(commandId)
      try {
        await store.update(commandId, change)
      } catch (error) {
        if (earlier) unrecorded.set(commandId, earlier)
        later()
        throw error
      }
    },

    async stop() {
      isStopped = true
      takeBack?.()
      await tryAll()
    },
  }
}

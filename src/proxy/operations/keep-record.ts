import type { Operation } from '#contract/panel/operation.ts'
import type { Change, Clock, OperationStore } from './ports.ts'

interface Parts {
  store: Pick<OperationStore, 'change'>
  clock: Clock
  /** Told of an operation once its change is on disk. */
  recorded(operation: Operation): void
  /** Told once of each change that the disk did not take at once. */
  trouble(error: unknown): void
}

/** ms for which a disk that refused is left in peace. */
const rest = 1000

/** Writes down what became of sends, also where the disk does not take it for a while: what is known then is kept here. */
export function createRecordKeeper({ store, clock, recorded, trouble }: Parts) {
  const late = new Map<string, { told: Operation; change: Change }>()
  let isResting = false
  let isStopped = false

  async function write(id: string, change: Change): Promise<Operation> {
    const changed = await store.change(id, change)
    late.delete(id)
    recorded(changed)
    return changed
  }

  /** @throws Error of the store while the disk does not take it. */
  async function writeLate(): Promise<void> {
    for (const [id, { change }] of [...late]) await write(id, change)
  }

  const tryAll = (): Promise<void> => writeLate().catch(() => undefined)

  function tryLater(): void {
    if (isResting || isStopped || late.size === 0) return
    isResting = true
    clock.at(clock.now() + rest, () => {
      isResting = false
      void tryAll().then(tryLater)
    })
  }

  return {
    /** @returns the operation with its change, as it is on disk or will be; never rejects. */
    async settle(operation: Operation, change: Change & Pick<Required<Change>, 'steps'>): Promise<Operation> {
      try {
        return await write(operation.id, change)
      } catch (error) {
        trouble(error)
        const told = { ...operation, ...change, steps: [...operation.steps, ...change.steps] }
        late.set(operation.id, { told, change })
        tryLater()
        return told
      }
    },

    /** What is known of the send with this key, and not on disk yet. */
    withKey: (key: string): Operation | undefined =>
      [...late.values()].find(({ told }) => told.idempotencyKey === key)?.told,

    writeLate,

    /** Tries once more, and no more after that. */
    async stop(): Promise<void> {
      isStopped = true
      await tryAll()
    },
  }
}

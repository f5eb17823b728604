import type { Operation } from '#contract/panel/operation.ts'
import { interrupt } from './perform.ts'
import type { Clock, OperationStore } from './ports.ts'

/**
 * Takes up after a restart what was left open: a cached command that is known is followed on;
 * of everything else it is unknown whether it left, and it stays so.
 */
export async function recover(store: OperationStore, clock: Clock, follow: (operation: Operation) => void) {
  await Promise.all(
    store.unfinished().map(async (operation) => {
      if (operation.pendingTtl > 0 && operation.commandId !== '') follow(operation)
      else await interrupt(store, operation, clock.now())
    }),
  )
}

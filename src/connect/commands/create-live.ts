import { commandIds } from './command-ids.ts'
import { dispatch } from './dispatch.ts'
import type { Live, Surroundings } from './live.ts'
import { createRecorder } from './recorder.ts'

/** Nothing lives yet; `recover` brings in what an earlier run left. */
export function createLive(surroundings: Surroundings): Live {
  const { store, clock, onError } = surroundings
  const live: Live = {
    ...surroundings,
    queues: new Map(),
    commands: new Map(),
    recorder: createRecorder(store, clock, onError),
    stopping: false,
    nextId: commandIds(clock.now, store.lastCommandId()),
    dispatch: (queue) => dispatch(live, queue),
  }
  return live
}

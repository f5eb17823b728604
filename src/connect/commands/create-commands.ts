import { cancel } from './cancel.ts'
import { commandIds } from './command-ids.ts'
import type { Commands } from './commands.ts'
import { dispatch } from './dispatch.ts'
import { find } from './find.ts'
import type { Live, Surroundings } from './live.ts'
import { offline, online } from './presence.ts'
import { keepPruning } from './prune.ts'
import { recover } from './recover.ts'
import { reply } from './reply.ts'
import { stop } from './stop.ts'
import { submit } from './submit.ts'

/** How long `stop` lets what is in flight end, in ms. */
const defaultGrace = 5000

/** The rules of commands (§1.3–§1.6, §2) over a store, a clock and a way to the devices. */
export function createCommands(surroundings: Surroundings): Commands {
  const { store, clock } = surroundings
  const live: Live = {
    ...surroundings,
    queues: new Map(),
    commands: new Map(),
    stopping: false,
    nextId: commandIds(clock.now, store.lastCommandId()),
    dispatch: (queue) => dispatch(live, queue),
  }
  let stopPruning: () => void = () => undefined
  return {
    submit: (submission) => submit(live, submission),
    get: (device, commandId) => find(live, device, commandId),
    search: (filter) => store.search(filter),
    cancel: (device, commandId) => cancel(live, device, commandId),
    online: (device) => online(live, device),
    offline: (device) => offline(live, device),
    reply: (device, answer) => reply(live, device, answer),
    recover: () => {
      stopPruning = keepPruning(live)
      return recover(live)
    },
    stop: (grace = defaultGrace) => {
      stopPruning()
      return stop(live, grace)
    },
  }
}

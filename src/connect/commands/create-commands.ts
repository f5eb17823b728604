import { cancel } from './cancel.ts'
import type { Commands } from './commands.ts'
import { find } from './find.ts'
import type { Live } from './live.ts'
import { offline, online } from './presence.ts'
import { keepPruning } from './prune.ts'
import { recover } from './recover.ts'
import { reply } from './reply.ts'
import { stop } from './stop.ts'
import { submit } from './submit.ts'

/** How long `stop` lets what is in flight end, in ms. */
const defaultGrace = 5000

/** The rules of commands (§1.3–§1.6, §2) over what lives: see {@link import('./create-live.ts').createLive}. */
export function createCommands(live: Live): Commands {
  let stopPruning: () => void = () => undefined
  return {
    submit: (submission) => submit(live, submission),
    get: (device, commandId) => find(live, device, commandId),
    search: (filter) => live.store.search(filter),
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

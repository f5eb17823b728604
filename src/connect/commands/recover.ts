import { commandStates } from '#contract/enos/command.ts'
import { dueTime, endOverdue, watch } from './deadlines.ts'
import { enliven, isCached, type Live, queueOf } from './live.ts'
import type { StoredCommand } from './ports.ts'
import { failureOf, settle } from './settle.ts'

/**
 * Goes on with what an earlier run left (§1.5, last row). Nothing in state 4 is published again: it waits for a reply
 * to its deadline, and its queue waits behind it. Resolves when what is over is on disk.
 */
export async function recover(live: Live): Promise<void> {
  const records = live.store.unfinished().map((command) => resume(live, command))
  for (const queue of [...live.queues.values()]) live.dispatch(queue)
  await Promise.all(records)
}

function resume(live: Live, command: StoredCommand): Promise<void> | undefined {
  const queue = queueOf(live, command)
  const item = enliven(live, command, true)
  if (command.state === commandStates.sent) {
    if (queue.mode.is !== 'free') {
      // Two in flight cannot come from this program; the second is not waited for.
      const failure = failureOf(command, 'noAnswerInTime', 'Command is sent, but the service was restarted')
      return settle(live, queue, item, commandStates.timedOut, failure)
    }
    queue.mode = { is: 'answering', item }
  } else if (isCached(item)) {
    queue.waiting.push(item)
  } else {
    // Whoever waited for it is gone with the earlier run.
    const failure = failureOf(command, 'notSentInTime', 'Command is not sent: the service was restarted')
    return settle(live, queue, item, commandStates.failed, failure)
  }
  if (dueTime(item) <= live.clock.now()) return endOverdue(live, queue, item)
  watch(live, queue, item)
  return undefined
}

import { commandStates } from '#contract/enos/command.ts'
import { dueTime, endOverdue, watch } from './deadlines.ts'
import { type DeviceQueue, enliven, inFlight, isCached, type Live, queueOf } from './live.ts'
import type { StoredCommand } from './ports.ts'
import { failureOf, settle } from './settle.ts'

/**
 * Goes on with what an earlier run left (§1.5, last row). Nothing in state 4 is published again: it waits for a reply
 * to its deadline, and its queue waits behind it. Resolves when what is over is on disk, or the disk refused it.
 */
export async function recover(live: Live): Promise<void> {
  const records = live.store.unfinished().map((command) => resume(live, command))
  for (const queue of [...live.queues.values()]) live.dispatch(queue)
  await Promise.all(records)
}

function resume(live: Live, command: StoredCommand): Promise<unknown> | undefined {
  const queue = queueOf(live, command)
  const item = enliven(live, command, true)
  let earlierEnded: Promise<unknown> | undefined
  if (command.state === commandStates.sent) {
    earlierEnded = endEarlier(live, queue)
    queue.mode = { is: 'answering', item }
  } else if (isCached(item)) {
    queue.waiting.push(item)
  } else {
    // Whoever waited for it is gone with the earlier run.
    const failure = failureOf(command, 'notSentInTime', 'Command is not sent: the service was restarted')
    return settle(live, queue, item, commandStates.failed, failure)
  }
  if (dueTime(item) <= live.clock.now()) return Promise.all([earlierEnded, endOverdue(live, queue, item)])
  watch(live, queue, item)
  return earlierEnded
}

/** A command in flight had ended before the next was sent (§1.4 rule 2); the disk was full, and how it ended is lost. */
function endEarlier(live: Live, queue: DeviceQueue): Promise<unknown> | undefined {
  const earlier = inFlight(queue)
  if (!earlier) return undefined
  const failure = failureOf(earlier.command, 'noAnswerInTime', 'Command is sent, but how it ended could not be stored')
  return settle(live, queue, earlier, commandStates.timedOut, failure)
}

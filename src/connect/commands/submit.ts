import { commandStates } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { Submission } from './commands.ts'
import { watch } from './deadlines.ts'
import {
  type DeviceQueue,
  enliven,
  inFlight,
  isCached,
  type Live,
  type LiveCommand,
  queueKey,
  queueOf,
} from './live.ts'
import type { StoredCommand } from './ports.ts'
import { offlineDetail } from './presence.ts'
import { ending, failureOf, notRecorded } from './settle.ts'

/** §1.4 rule 1. */
export const waitingLimit = 50

/** Accepts a command (§1.5); see {@link Commands.submit}. */
export async function submit(live: Live, submission: Submission): Promise<{ commandId: string }> {
  if (live.stopping) throw new Failure('notSentInTime', 'The service is stopping: the command is not sent')
  const cached = submission.pendingTtl > 0
  const known = live.queues.get(queueKey(submission.device))
  // Counted and taken in the same turn, so that no two commands ever take the last place.
  if (cached && known && waitingCached(known) >= waitingLimit) {
    throw new Failure('queueFull', `${waitingLimit} commands wait for this device already: nothing is stored`)
  }
  const command = newCommand(live, submission)
  const refusal = cached ? null : unreachable(live, command)
  if (refusal) {
    await store(live, { ...command, ...ending(commandStates.failed, command.createTime, refusal) })
    throw refusal
  }
  const item = await enqueue(live, queueOf(live, submission.device), command)
  if (!cached) {
    const failure = await item.ended
    if (failure !== null) throw failure
  }
  return { commandId: command.commandId }
}

/**
 * Cached commands that have not left (§7.2 Q5). One that is just leaving may still come back where there is no
 * connection, and keeps its place till then.
 */
function waitingCached(queue: DeviceQueue): number {
  const leaving = queue.mode.is === 'recording' || queue.mode.is === 'publishing' ? inFlight(queue) : null
  return [...queue.waiting, ...(leaving ? [leaving] : [])].filter(isCached).length
}

function newCommand(live: Live, submission: Submission): StoredCommand {
  const { orgId, device, measurepointId, commandName, value, pendingTtl, timeout } = submission
  const { assetId, productKey, deviceKey } = device
  return {
    commandId: live.nextId(),
    ...{ orgId, assetId, productKey, deviceKey, measurepointId, commandName, value, pendingTtl, timeout },
    createTime: live.clock.now(),
    state: commandStates.created,
    sentTime: null,
    endTime: null,
    resultCode: null,
    resultMsg: null,
  }
}

/** Why an instant command cannot go to its device now (§1.3); disabled counts as offline (§7.2 Q10). */
function unreachable(live: Live, command: StoredCommand): Failure | null {
  const status = live.targets.find(command)?.status
  if (status === 'inactive') {
    return failureOf(command, 'deviceInactive', 'The device was never activated: the command is not sent')
  }
  return status === 'online' ? null : failureOf(command, 'deviceOffline', offlineDetail)
}

/** @throws Failure notRecorded where the disk does not take it. */
async function store(live: Live, command: StoredCommand): Promise<void> {
  try {
    await live.store.insert(command)
  } catch (error) {
    live.onError(error)
    throw notRecorded(error)
  }
}

/** Gives the command its place and stores it; `dispatch` knows from when on it may be sent. */
async function enqueue(live: Live, queue: DeviceQueue, command: StoredCommand): Promise<LiveCommand> {
  const item = enliven(live, command, false)
  queue.waiting.push(item)
  watch(live, queue, item)
  try {
    // A copy: what was accepted is what is stored, whatever happens to the command in the same turn.
    const stored = store(live, { ...command })
    live.dispatch(queue)
    await stored
  } catch (error) {
    item.takeBack()
    live.commands.delete(command.commandId)
    if (queue.waiting.includes(item)) queue.waiting.splice(queue.waiting.indexOf(item), 1)
    live.dispatch(queue)
    throw error
  }
  item.stored = true
  live.dispatch(queue)
  return item
}

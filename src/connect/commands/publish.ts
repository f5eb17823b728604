import { commandStates } from '#contract/enos/command.ts'
import { watch, watchAnswer } from './deadlines.ts'
import { type DeviceQueue, isCached, type Live, type LiveCommand } from './live.ts'
import type { EncodedCommand } from './ports.ts'
import { offlineDetail } from './presence.ts'
import { failureOf, settle } from './settle.ts'
import { move } from './transitions.ts'

/** Hands a command that is recorded as sent to its device, once. Resolves when that is done, or is known not to be. */
export async function publish(
  live: Live,
  queue: DeviceQueue,
  item: LiveCommand,
  encoded: EncodedCommand,
): Promise<void> {
  const publishing = { is: 'publishing', item } as const
  const { arrivals } = queue
  queue.mode = publishing
  // An instant command's time runs from its acceptance on (§1.5).
  if (isCached(item)) watchAnswer(live, queue, item)
  const handedOver = await isHandedOver(live, queue, encoded)
  // The reply, or the deadline, was quicker.
  if (queue.mode !== publishing) return
  if (handedOver) {
    queue.mode = { is: 'answering', item }
    return
  }
  // A device that came online meanwhile has a new connection: that one may be tried at once.
  queue.reachable = queue.arrivals !== arrivals
  await withoutConnection(live, queue, item)
}

async function isHandedOver(live: Live, queue: DeviceQueue, encoded: EncodedCommand): Promise<boolean> {
  try {
    return await live.channel.publish(queue.device, encoded)
  } catch (error) {
    // Nobody knows how far it got, so it counts as sent.
    live.onError(error)
    return true
  }
}

/** Nothing was sent: a cached command waits on (the one way back in `transitions`), an instant one fails. */
async function withoutConnection(live: Live, queue: DeviceQueue, item: LiveCommand): Promise<void> {
  const { command } = item
  if (!isCached(item)) {
    void settle(live, queue, item, commandStates.failed, failureOf(command, 'deviceOffline', offlineDetail))
    return
  }
  const change = { state: commandStates.created, sentTime: null }
  move(command, change)
  queue.mode = { is: 'free' }
  queue.waiting.unshift(item)
  watch(live, queue, item)
  await live.recorder.write(command.commandId, change)
}

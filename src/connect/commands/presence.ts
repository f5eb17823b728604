import { commandStates } from '#contract/enos/command.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { type DeviceQueue, isCached, type Live, queueKey } from './live.ts'
import { failureOf, settle } from './settle.ts'

export const offlineDetail = 'The device is offline: the command is not sent'

/** The device is back: what waits goes out in order (§1.4 rule 7). */
export function online(live: Live, device: DeviceAddress): void {
  const queue = live.queues.get(queueKey(device))
  if (!queue) return
  queue.reachable = true
  queue.arrivals += 1
  live.dispatch(queue)
}

/** The device is gone. What is in flight keeps waiting for its reply (§1.5). */
export function offline(live: Live, device: DeviceAddress): void {
  const queue = live.queues.get(queueKey(device))
  if (!queue) return
  dropInstant(live, queue)
  live.dispatch(queue)
}

/** Instant commands are never kept for a device that is away (§1.4 rule 4). */
export function dropInstant(live: Live, queue: DeviceQueue): void {
  for (const item of queue.waiting.filter((one) => !isCached(one))) {
    const failure = failureOf(item.command, 'deviceOffline', offlineDetail)
    void settle(live, queue, item, commandStates.failed, failure)
  }
}

import { type Command, commandStates } from '#contract/enos/command.ts'
import { inOrder, placesTaken } from './queue-order.ts'

/** What stands between a new command and its device (§1.4). */
export interface Front {
  /** Commands that are not ended: each goes first, one after the other. */
  count: number
  /** Cached ones among them that are not sent: they count towards the device's places. */
  places: number
  /** Seconds that the first may still take for its answer. */
  firstUpTo: number
  /** Seconds that all of them may take for their answers. */
  allUpTo: number
}

/** Seconds that a command may still keep the device's queue; 0 where its time has passed, whatever its state says. */
function mayTake({ state, timeout, pendingTtl, createTime, sentTime }: Command, now: number): number {
  if (state === commandStates.created) return timeout
  // A real EnOS does not tell when it was sent: no later than its keeping allowed.
  const sentAt = sentTime ?? createTime + pendingTtl * 1000
  return Math.min(timeout, Math.max(0, Math.ceil((sentAt + timeout * 1000 - now) / 1000)))
}

/** @param commands of the device, in whatever state and order. */
export function frontOf(commands: Command[], now: number): Front {
  const spans = inOrder(commands)
    .filter(({ state }) => state === commandStates.created || state === commandStates.sent)
    .map((command) => mayTake(command, now))
    .filter((seconds) => seconds > 0)
  return {
    count: spans.length,
    places: placesTaken(commands),
    firstUpTo: spans[0] ?? 0,
    allUpTo: spans.reduce((sum, seconds) => sum + seconds, 0),
  }
}

import { commandStates } from '#contract/enos/command.ts'
import { type DeviceQueue, isCached, type Live, type LiveCommand } from './live.ts'
import { failureOf, settle } from './settle.ts'

const seconds = 1000

/**
 * Until when a command waits for its next step, in ms since the epoch (§1.5): an instant one has its timeout from
 * acceptance to reply; a cached one its pendingTtl to be sent, and from then on its timeout to be answered.
 */
export function dueTime(item: LiveCommand): number {
  const { createTime, sentTime, timeout, pendingTtl } = item.command
  if (!isCached(item)) return createTime + timeout * seconds
  return sentTime === null ? createTime + pendingTtl * seconds : sentTime + timeout * seconds
}

/**
 * Wakes the command when its time is over. One that is kept follows the clock: set forward, it may be too old to be sent
 * by now. An answer does not come sooner by that: whoever waits for one waits for as long as was agreed.
 */
export function watch(live: Live, queue: DeviceQueue, item: LiveCommand): void {
  const { sentTime, timeout, pendingTtl } = item.command
  const { clock } = live
  const isKept = isCached(item) && sentTime === null
  // Accepted before the clock was set back, it must not hold up its queue for as long as the clock was ahead.
  const left = Math.min(dueTime(item) - clock.now(), (isKept ? pendingTtl : timeout) * seconds)
  item.takeBack()
  item.takeBack = isKept
    ? clock.at(clock.now() + left, waker(live, queue, item))
    : clock.after(left, waker(live, queue, item))
}

/** The same for a cached command that leaves right now: it has its timeout, less what the record of it took. */
export function watchAnswer(live: Live, queue: DeviceQueue, item: LiveCommand): void {
  const left = dueTime(item) - live.clock.now()
  const all = item.command.timeout * seconds
  item.takeBack()
  // None or more than all: the clock was set meanwhile, or the disk stood still. Nobody has waited for an answer yet.
  item.takeBack = live.clock.after(left > 0 && left <= all ? left : all, waker(live, queue, item))
}

const waker = (live: Live, queue: DeviceQueue, item: LiveCommand) => (): void => {
  void endOverdue(live, queue, item)
  live.dispatch(queue)
}

/** Ends a command whose time is over (§1.5); resolves when that is on disk, or the disk refused it. */
export function endOverdue(live: Live, queue: DeviceQueue, item: LiveCommand): Promise<boolean> {
  const { command } = item
  const { mode } = queue
  if ((mode.is === 'publishing' || mode.is === 'answering') && mode.item === item) {
    const detail = `Command is sent, but the device did not answer within ${command.timeout} s`
    return settle(live, queue, item, commandStates.timedOut, failureOf(command, 'noAnswerInTime', detail))
  }
  if (isCached(item)) return settle(live, queue, item, commandStates.expired)
  // Also one that is being recorded as sent: its bytes have not left, and now they never will.
  const detail = `Command is not sent: its turn did not come within ${command.timeout} s`
  return settle(live, queue, item, commandStates.failed, failureOf(command, 'notSentInTime', detail))
}

import { commandStates } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { find } from './find.ts'
import { type Live, type LiveCommand, queueKey } from './live.ts'
import type { StoredCommand } from './ports.ts'
import { failureOf, settle } from './settle.ts'

/** Withdraws waiting commands of one device (§2.3); see {@link Commands.cancel}. */
export async function cancel(live: Live, device: DeviceAddress, commandId?: string): Promise<StoredCommand[]> {
  const queue = live.queues.get(queueKey(device))
  const waiting = queue?.waiting ?? []
  const chosen = commandId === undefined ? [...waiting] : [waitingOne(live, device, waiting, commandId)]
  if (!queue) return []
  // All of them first, so that none of them is sent in between.
  const records = chosen.map((item) => {
    const failure = failureOf(item.command, 'notSentInTime', 'The command was canceled before it was sent')
    return settle(live, queue, item, commandStates.canceled, failure)
  })
  live.dispatch(queue)
  // In the queue no more, but still on disk: a restart before the disk takes it would send it after all.
  if ((await Promise.all(records)).includes(false)) {
    throw new Failure('internalError', 'The cancellation could not be stored; it is tried again')
  }
  return chosen.map(({ command }) => ({ ...command }))
}

/** @throws Failure notFound, also for another device's command; invalidArgument where it does not wait any more. */
function waitingOne(live: Live, device: DeviceAddress, waiting: LiveCommand[], commandId: string): LiveCommand {
  const item = waiting.find(({ command }) => command.commandId === commandId)
  if (item) return item
  const stored = find(live, device, commandId)
  // What is on its way to the disk is truer than what is there.
  const { state } = live.commands.get(commandId)?.command ?? stored
  throw new Failure('invalidArgument', `commandId: ${explain(state)}`)
}

const explain = (state: number): string => {
  const name = Object.entries(commandStates).find(([, number]) => number === state)?.[0]
  return `the command is in state ${state} (${name}), and only one in state ${commandStates.created} can be canceled`
}

import { commandStates } from '#contract/enos/command.ts'
import type { Failure } from '#contract/enos/failure.ts'
import { failures } from '#contract/enos/failures.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { isSuccessCode, type WireReply } from '#contract/wire/payloads.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { type Live, queueKey } from './live.ts'
import type { StoredCommand } from './ports.ts'
import { failureOf, settle } from './settle.ts'

/** So much of a device's message is kept, in characters. */
const messageLimit = 1000

/** Ends the command in flight. Replies to anything else, late ones too, change nothing but the log (§7.2 Q15, Q16). */
export function reply(live: Live, device: DeviceAddress, answer: WireReply): void {
  const queue = live.queues.get(queueKey(device))
  const id = idText(answer.id)
  const mode = queue?.mode
  const isAwaited = mode?.is === 'publishing' || mode?.is === 'answering'
  if (!queue || !isAwaited || mode.item.command.commandId !== id) {
    live.onIgnoredReply(device, answer, whyIgnored(live, device, id))
    return
  }
  const { item } = mode
  if (isSuccessCode(answer.code)) void settle(live, queue, item, commandStates.succeeded)
  else void settle(live, queue, item, commandStates.failed, refusal(item.command, answer))
  live.dispatch(queue)
}

/** A device may echo the id as a number (§5.3). */
const idText = (id: ExactJson): string => (isExactNumber(id) ? id.value : typeof id === 'string' ? id : '')

function whyIgnored(live: Live, device: DeviceAddress, commandId: string): string {
  const command = live.commands.get(commandId)?.command ?? live.store.get(commandId)
  if (!command) return 'there is no such command'
  if (queueKey(command) !== queueKey(device)) return 'the command is for another device'
  return `the command is in state ${command.state} and waits for no reply`
}

const ownCodes: ReadonlySet<number> = new Set(Object.values(failures).map(({ code }) => code))

/** The device's own code and words (§7.2 Q1), but never a code that would say of us that nothing was sent. */
function refusal(command: StoredCommand, { code, message }: WireReply): Failure {
  const words = message.slice(0, messageLimit)
  if (code !== null && !ownCodes.has(code)) {
    return failureOf(command, 'refusedByDevice', words || `Device returned error ${code}`, code)
  }
  const answered = code === null ? 'Device answered without a whole number as code' : `Device returned error ${code}`
  return failureOf(command, 'refusedByDevice', `${answered}${words && `: ${words}`}`, failures.internalError.code)
}

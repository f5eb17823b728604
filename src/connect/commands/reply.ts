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

/** Ends the command in flight. Replies to anything else, late ones too, change nothing (§7.2 Q15, Q16). */
export function reply(live: Live, device: DeviceAddress, answer: WireReply): void {
  const queue = live.queues.get(queueKey(device))
  if (!queue || (queue.mode.is !== 'publishing' && queue.mode.is !== 'answering')) return
  const { item } = queue.mode
  if (idText(answer.id) !== item.command.commandId) return
  if (isSuccessCode(answer.code)) void settle(live, queue, item, commandStates.succeeded)
  else void settle(live, queue, item, commandStates.failed, refusal(item.command, answer))
  live.dispatch(queue)
}

/** A device may echo the id as a number (§5.3). */
const idText = (id: ExactJson): string => (isExactNumber(id) ? id.value : typeof id === 'string' ? id : '')

const ownCodes: ReadonlySet<number> = new Set(Object.values(failures).map(({ code }) => code))

/** The device's own code and words (§7.2 Q1), but never a code that would say of us that nothing was sent. */
function refusal(command: StoredCommand, { code, message }: WireReply): Failure {
  const words = message.slice(0, messageLimit)
  if (Number.isInteger(code) && !ownCodes.has(code)) {
    return failureOf(command, 'refusedByDevice', words || `Device returned error ${code}`, code)
  }
  const detail = `Device returned error ${code}${words && `: ${words}`}`
  return failureOf(command, 'refusedByDevice', detail, failures.internalError.code)
}

import { type Delivery, type FailureName, failureNamed, failures } from '#contract/enos/failures.ts'
import type { Outcome, Step } from '#contract/panel/operation.ts'
import type { Change, Send, SetAnswer } from './ports.ts'

/** The three truths (§4.4 of the product anchors): what a failure says about the device. */
export const outcomeOf: Record<Delivery, Outcome> = { notSent: 'notSent', refused: 'refused', maybeSent: 'unknown' }

/** The end of an operation that did not succeed. */
export const failed = (failure: FailureName, endTime: number): Change => ({
  outcome: outcomeOf[failures[failure].delivery],
  failure,
  endTime,
})

/**
 * What a number in an answer of the command service stands for. Without a commandId nothing was stored,
 * so that the number may also be the token service's or a neighbour's; with one it is the service's or the device's.
 */
function failureOf({ code, commandId }: SetAnswer): FailureName | undefined {
  if (code === null) return undefined
  const named = failureNamed(code, 'command')
  if (named || commandId !== '') return named
  // The embedded EnOS says it in a number of ours, as EnOS has none for it.
  if (code === failures.notRecorded.code) return 'notRecorded'
  return failureNamed(code, 'token') ?? failureNamed(code, 'service', 'edge')
}

const said = ({ code, message }: SetAnswer): string => [code, message].filter((part) => part !== null).join(' ')

/** The step that an answer is. */
export function stepOf(send: Pick<Send, 'pendingTtl'>, answer: SetAnswer, time: number): Step {
  if (answer.code === null && answer.text === '') return { kind: 'connectionLost', time, detail: answer.message }
  return { kind: answer.code === 0 && send.pendingTtl > 0 ? 'accepted' : 'answered', time, detail: said(answer) }
}

/**
 * What the answer to a set call makes of its operation.
 * `ask`: the number is the device's own (§7.2 Q1), and only the command's state tells what it means.
 */
export function settle(send: Pick<Send, 'pendingTtl'>, answer: SetAnswer, now: number): Change | 'ask' {
  const { code, message, commandId, text } = answer
  const heard: Change = { code, message, commandId, answer: text }
  if (answer.failure) return { ...heard, ...failed(answer.failure, now) }
  if (code === 0) {
    if (send.pendingTtl === 0) return { ...heard, outcome: 'done', state: commandId ? 5 : null, endTime: now }
    // Accepted, but there is nothing to follow it by.
    return commandId ? { ...heard, outcome: 'queued', state: 1 } : { ...heard, ...failed('lostTrack', now) }
  }
  const failure = failureOf(answer)
  if (failure) return { ...heard, ...failed(failure, now) }
  return commandId ? 'ask' : { ...heard, ...failed('unknownCode', now) }
}

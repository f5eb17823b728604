import { readPayload, type UpstreamRequest, upstreamSchema } from '#contract/wire/payloads.ts'
import { maxMessageBytes, replyCodes } from '#contract/wire/reply-codes.ts'
import { type Answer, refused } from './answer.ts'

type Read = { request: UpstreamRequest; refusal: null } | { id: unknown; refusal: Answer }

/** The id of a message that is too large to be read: devices write it first. */
const idIn = (payload: Buffer): unknown => {
  const head = payload.subarray(0, 1024).toString()
  const [, id] = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)/.exec(head) ?? []
  return id === undefined ? '' : readPayload(id)
}

/** Reads an upstream request, or says what is wrong with it (§5.3). `method` may be left out, but not be another one. */
export function readUpstream(payload: Buffer, method: string | null): Read {
  if (payload.length === 0) return { id: '', refusal: refused(replyCodes.emptyPayload, 'the payload is empty') }
  if (payload.length > maxMessageBytes) {
    const message = `${payload.length} bytes, at most ${maxMessageBytes} are allowed`
    return { id: idIn(payload), refusal: refused(replyCodes.tooLarge, message) }
  }
  const { data: request } = upstreamSchema.safeParse(readPayload(payload.toString()))
  if (!request) return { id: '', refusal: refused(replyCodes.badJson, 'the payload is not a JSON request') }
  if (method !== null && request.method !== '' && request.method !== method) {
    const message = `the method of this topic is ${method}`
    return { id: request.id, refusal: refused(replyCodes.methodDoesNotFitTopic, message) }
  }
  return { request, refusal: null }
}

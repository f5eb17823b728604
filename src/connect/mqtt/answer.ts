import { stringifyExact } from '#contract/value/exact.ts'
import { type ReplyCode, replyCodes } from '#contract/wire/reply-codes.ts'

/** What an upstream request is answered with (§5.3). */
export interface Answer {
  code: ReplyCode
  /** Never text and never null: the Node SDK would end its process over either (§5.5). */
  data?: object
  /** Why not, for the person who reads the device's log. */
  message?: string
  /** What is to happen once the answer is on its way. */
  afterwards?: () => void
}

export const refused = (code: ReplyCode, message: string): Answer => ({ code, message })
export const accepted = (data: object = {}): Answer => ({ code: replyCodes.success, data })

/** The payload of an answer; `id` goes back as it came, digits and type (§5.5). */
export const answerPayload = (id: unknown, { code, data = {}, message }: Answer): string =>
  stringifyExact(message === undefined ? { id, code, data } : { id, code, data, message })

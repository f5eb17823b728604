import * as z from 'zod'
import { endpoints } from '#contract/enos/endpoints.ts'
import { type Envelope, envelopeSchema } from '#contract/enos/envelope.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { Incoming } from './exchange.ts'
import { retryAfterData, retryAfterOf, withRetryAfter } from './retry-after.ts'

const wordsSchema = z.union([
  z.object({ msg: z.string().min(1) }).transform(({ msg }) => msg),
  z.object({ message: z.string().min(1) }).transform(({ message }) => message),
])

/** What a gateway says that answers without any code (§4.5). */
const wordsOf = (json: ExactJson | undefined): string => wordsSchema.safeParse(json).data ?? ''

const envelopeOf = (json: ExactJson | undefined): Envelope | undefined => envelopeSchema.safeParse(json).data

/** The commandId that an answer's data names; empty for none. */
export const commandIdOf = ({ data }: Envelope): string =>
  endpoints.setMeasurepoint.data.safeParse(data).data?.commandId ?? ''

/**
 * Whether the gateway turned the call away for its token (§4.4): then no service has seen it.
 * An answer that names a command has passed the gateway, whatever number a device chose.
 */
export function isTokenRejection(incoming: Incoming): boolean {
  if (incoming.status === 401) return true
  const json = incoming.json()
  const envelope = envelopeOf(json)
  if (!envelope || commandIdOf(envelope) !== '') return false
  const spelt = typeof json === 'object' && json !== null && 'apim_status' in json
  return envelope.code === 1203 || (spelt && (envelope.code === 4011 || envelope.code === 4012))
}

/**
 * The envelope of an answer that the service itself gave, whatever its code.
 * @throws Failure by HTTP status where the gateway spoke (§4.5); unreadableAnswer for everything that is no envelope.
 */
export function readAnswer(incoming: Incoming): Envelope {
  const { status, complete, tooLong } = incoming
  const json = incoming.json()
  const envelope = envelopeOf(json)
  if (status >= 200 && status < 300) {
    // Turned away twice: still no service has seen it.
    if (envelope && isTokenRejection(incoming)) throw new Failure('tokenExpired', envelope.msg)
    if (envelope) return envelope
    throw new Failure(
      'unreadableAnswer',
      complete ? `HTTP ${status}, but no answer of EnOS` : tooLong ? 'the answer is too long' : 'the answer broke off',
    )
  }
  // Releases differ in the HTTP status of what the service decides (§1.2); its own words count more.
  const decided = envelope && envelope.code !== 0 && (failureNamed(envelope.code, 'command') || commandIdOf(envelope))
  if (decided) return envelope
  const seconds = retryAfterOf(incoming)
  throw new Failure(
    failureNamed(status, 'gateway') ?? (status >= 500 ? 'gatewayFailed' : 'unreadableAnswer'),
    withRetryAfter(envelope?.msg || wordsOf(json) || `HTTP ${status}`, seconds),
    retryAfterData(seconds),
  )
}

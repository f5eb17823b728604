import type { IncomingHttpHeaders } from 'node:http'
import { Failure } from '#contract/enos/failure.ts'
import { type Shown, shownSchema } from '#contract/panel/operation.ts'
import { panelHeaders } from '#contract/panel/panel-endpoints.ts'
import { parseArgument } from './read-call.ts'

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join() : (value ?? ''))

/** @throws Failure idempotencyKeyMissing unless it is 8 to 128 visible ASCII characters. */
export function readIdempotencyKey(headers: IncomingHttpHeaders): string {
  const key = one(headers[panelHeaders.idempotencyKey])
  if (!/^[!-~]{8,128}$/.test(key)) {
    throw new Failure('idempotencyKeyMissing', 'the header Idempotency-Key needs 8 to 128 visible ASCII characters')
  }
  return key
}

/** @throws Failure invalidArgument where the header is there but not percent-encoded JSON of {@link shownSchema}. */
export function readShown(headers: IncomingHttpHeaders): Shown | null {
  const text = one(headers[panelHeaders.shown])
  if (text === '') return null
  let json: unknown
  try {
    json = JSON.parse(decodeURIComponent(text))
  } catch (cause) {
    throw new Failure('invalidArgument', 'Invalid Argument setpoint-shown: not percent-encoded JSON', { cause })
  }
  return parseArgument(shownSchema, json)
}

import type { IncomingHttpHeaders } from 'node:http'
import { Failure } from '#contract/enos/failure.ts'
import { type Operation, type Shown, shownSchema } from '#contract/panel/operation.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { parseExact } from '#contract/value/exact.ts'
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

/** The gateway that a call names; undefined where it names none. */
export const readGatewayId = (headers: IncomingHttpHeaders): string | undefined =>
  one(headers[panelHeaders.gateway]) || undefined

/** @throws Failure invalidArgument where the header is there and not percent-encoded. */
function readEncoded(headers: IncomingHttpHeaders, name: string): string {
  try {
    return decodeURIComponent(one(headers[name])).trim()
  } catch (cause) {
    throw new Failure('invalidArgument', `Invalid Argument ${name}: not percent-encoded`, { cause })
  }
}

/** Why the person sends; nothing where they say nothing. At most 1000 characters. */
export function readReason(headers: IncomingHttpHeaders): Pick<Operation, 'reason'> {
  const reason = readEncoded(headers, panelHeaders.reason)
  if (reason.length > 1000) throw new Failure('invalidArgument', 'Invalid Argument reason: at most 1000 characters')
  return reason === '' ? {} : { reason }
}

/** The value that the device must still report; nothing where none is asked for. Its text is exact JSON. */
export function readExpectedValue(headers: IncomingHttpHeaders): Pick<Operation, 'expectedValue'> {
  const expectedValue = readEncoded(headers, panelHeaders.expectedValue)
  if (expectedValue === '') return {}
  try {
    parseExact(expectedValue)
  } catch (cause) {
    throw new Failure('invalidArgument', `Invalid Argument ${panelHeaders.expectedValue}: no JSON`, { cause })
  }
  return { expectedValue }
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

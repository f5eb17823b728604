import type { IncomingHttpHeaders } from 'node:http'
import { Failure } from '#contract/enos/failure.ts'
import { signatureHeaders, signatureText } from '#contract/enos/signature.ts'
import type { Application } from '../registry/organisation.ts'
import { clockProblem, proves } from './proof.ts'
import type { TokenService } from './token-service.ts'

/**
 * The application that signed a call (§4.2). `body` is the very text that was sent.
 * @throws Failure gatewayCredentials or tokenExpired.
 */
export function checkSignature(
  call: { headers: IncomingHttpHeaders; query: Readonly<Record<string, string>>; body: string },
  tokens: TokenService,
  now: number,
): Application {
  const header = (name: keyof typeof signatureHeaders): string => {
    const value = call.headers[signatureHeaders[name]]
    if (typeof value !== 'string' || value === '') {
      throw new Failure('gatewayCredentials', `the header ${signatureHeaders[name]} is missing`)
    }
    return value
  }
  const accessToken = header('accessToken')
  const signature = header('signature')
  const timestamp = header('timestamp')
  if (!/^\d{1,16}$/.test(timestamp)) {
    throw new Failure('gatewayCredentials', `${signatureHeaders.timestamp} must be milliseconds since the epoch`)
  }
  const application = tokens.owner(accessToken)
  const { body } = call
  const query = Object.entries(call.query)
  if (!proves(signature, signatureText({ accessToken, query, body, timestamp, appSecret: application.secretKey }))) {
    throw new Failure('gatewayCredentials', 'the signature does not fit the call')
  }
  const problem = clockProblem(Number(timestamp), now)
  if (problem) throw new Failure('gatewayCredentials', `${signatureHeaders.timestamp}: ${problem}`)
  return application
}

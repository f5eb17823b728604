import { Failure } from '#contract/enos/failure.ts'
import { type FailureName, failures } from '#contract/enos/failures.ts'

/** What stands before the detail of a failure (§1.6, §4.5). */
const prefixes: Partial<Record<FailureName, string>> = {
  invalidArgument: 'Invalid Argument',
  permissionDenied: 'Denied resource:',
  notFound: 'Not Found',
  gatewayCredentials: 'Invalid authentication credentials:',
  gatewayBody: 'Cannot process request body:',
}

/** What a failure says that brings no detail of its own (§1.6, §4.5). */
const sentences: Partial<Record<FailureName, string>> = {
  deviceOffline: 'The device is offline and the instant command cannot be sent',
  deviceInactive: 'The device is not activated and the instant command cannot be sent',
  notSentInTime: 'Command is not sent, and instant command timed out',
  noAnswerInTime: 'Command is sent, but response timed out',
  queueFull: 'The number of cached commands reaches the upper limit',
  cannotEncode: 'The command cannot be encoded into the custom data format of the product',
  refusedByDevice: 'The device refused the command',
  invalidTimeout: 'Invalid timeout value',
  internalError: 'Internal Server Error',
  treeNotFound: 'The asset tree does not exist',
  repeatedEncryption: 'The encryption was already used: take a new timestamp',
  unknownAppKey: 'The appKey does not exist',
  wrongEncryption: 'The encryption is invalid',
  tokenParameter: 'Invalid parameter',
  tokenInternal: 'Internal error',
  tokenParameterEmpty: 'Empty parameter',
  tokenExpired: 'The access token has expired',
  tokenRefresh: 'The access token cannot be refreshed: get a new one',
  gatewayNoRoute: 'There is no such call',
  gatewayTooLarge: 'Request size limit exceeded',
}

export interface FailureAnswer {
  status: number
  code: number
  msg: string
  data: unknown
}

/** How a failure is answered: status from the table, code from the table or the device, `msg` by the patterns of §1.6. */
export function failureAnswer(failure: Failure): FailureAnswer {
  const { source } = failures[failure.failure]
  // What this service decides about a command is no failure of HTTP (§1.2), also where EnOS has no number for it.
  const status = source === 'setpoint' ? 200 : failures[failure.failure].status
  const detail = failure.message === failure.failure ? '' : failure.message
  const prefix = prefixes[failure.failure] ?? ''
  const whole = detail === '' || detail.startsWith(prefix) ? detail : `${prefix} ${detail}`
  const msg = whole || sentences[failure.failure] || prefix.replace(/:$/, '') || failure.failure
  return { status, code: failure.code, msg, data: failure.data }
}

/** Whatever was thrown, as a failure; the second is true where nobody foresaw it. */
export function asFailure(error: unknown): [Failure, boolean] {
  if (error instanceof Failure) return [error, false]
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return [new Failure('gatewayTooLarge'), false]
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status >= 400 && status < 500)
    return [new Failure('gatewayBody', error instanceof Error ? error.message : ''), false]
  return [new Failure('internalError'), true]
}

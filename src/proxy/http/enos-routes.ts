import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type EndpointName, endpoints, isTokenCall } from '#contract/enos/endpoints.ts'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failures } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import type { Gateways } from '../enos/gateways.ts'
import { readAnswer } from '../enos/read-answer.ts'
import { retryAfterIn } from '../enos/retry-after.ts'
import type { Permit, Send } from '../operations/ports.ts'
import type { Asker, Identify } from '../people/ports.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { ReadLimits } from './limit-reads.ts'
import { type ReadCall, readCall } from './read-call.ts'
import { readExpectedValue, readGatewayId, readIdempotencyKey, readReason, readShown } from './read-set-headers.ts'
import { sendJson, writeFailure } from './write-failure.ts'

export interface EnosParts {
  gateways: Gateways
  identify: Identify
  /** @throws Failure where the person may not make the call. */
  admit(asker: Asker, call: ReadCall, gatewayId: string): Promise<void>
  /** What of the plant the person may see. */
  limits: ReadLimits
  /** What decides about a send of this person, just before it would be recorded. */
  permitFor(asker: Asker): Permit
  perform(send: Send, permit: Permit): Promise<Operation>
  /** Told of every other call's answer: it may show that commands have moved on. */
  heard(call: ReadCall, data: ExactJson, gatewayId: string): void
}

const isEnvelope = (text: string): boolean => {
  try {
    return envelopeSchema.safeParse(parseExact(text)).success
  } catch {
    return false
  }
}

/** What is left of the seconds that the gateway asked to wait: the same key may ask for its outcome later. */
function waitOf({ failure, message, endTime }: Operation): { retryAfter?: number } {
  const seconds = failure !== null && failures[failure].source === 'gateway' ? retryAfterIn(message) : null
  if (seconds === null || endTime === null) return {}
  return { retryAfter: Math.max(0, Math.ceil(seconds + (endTime - Date.now()) / 1000)) }
}

/** The service's own answer where it gave one, as it came; else the failure in its shape. */
function writeOutcome(reply: FastifyReply, operation: Operation): FastifyReply {
  const { id, failure, message, commandId, answer } = operation
  reply.header(panelHeaders.operation, id)
  const byGateway = failure !== null && failures[failure].source === 'gateway'
  if (!byGateway && isEnvelope(answer)) return sendJson(reply, 200, answer)
  const data = { ...(commandId === '' ? {} : { commandId }), ...waitOf(operation) }
  const hasData = Object.keys(data).length > 0
  return writeFailure(reply, new Failure(failure ?? 'interrupted', message, { data: hasData ? data : null }))
}

const sendOf = (
  { query, body }: ReadCall,
  { headers, ip }: FastifyRequest,
  { person }: Asker,
  gatewayId: string,
): Send => ({
  idempotencyKey: readIdempotencyKey(headers),
  person: person.name,
  personId: person.id,
  gatewayId,
  remoteAddress: ip,
  orgId: String(query.orgId),
  assetId: String(query.assetId ?? ''),
  productKey: String(query.productKey ?? ''),
  deviceKey: String(query.deviceKey ?? ''),
  measurepointId: String(query.measurepointId),
  pendingTtl: Number(query.pendingTtl),
  timeout: Number(query.timeout),
  body,
  shown: readShown(headers),
  ...readReason(headers),
  ...readExpectedValue(headers),
})

/** Routes for exactly the rows of the endpoint table, but for those that hand out tokens. */
export function enosRoutes(
  app: FastifyInstance,
  { gateways, identify, admit, limits, permitFor, perform, heard }: EnosParts,
): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const asker = identify(request)
    const { config, call } = gateways.named(readGatewayId(request.headers))
    const asked = readCall(request, config.orgId)
    await admit(asker, asked, config.id)
    // Its permit knows places too, and a key that is known already gets its outcome whatever holds now.
    if (asked.name === 'setMeasurepoint') {
      return writeOutcome(reply, await perform(sendOf(asked, request, asker, config.id), permitFor(asker)))
    }
    const read = await limits.narrow(asker.person, config.id, asked)
    const incoming = await call(read)
    heard(read, readAnswer(incoming).data, config.id)
    const told = await limits.sift(asker.person, config.id, read, incoming.text)
    return sendJson(reply, 200, hideSecrets(read.name, told))
  }

  const names = (Object.keys(endpoints) as EndpointName[]).filter((name) => !isTokenCall(name))
  const routes = new Set(names.map((name) => `${endpoints[name].method} ${endpoints[name].path}`))
  for (const route of routes) {
    const [method = '', url = ''] = route.split(' ')
    app.route({ method, url, handler })
  }
}

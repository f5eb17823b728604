import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify'
import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { stringifyExact } from '#contract/value/exact.ts'
import type { Registry } from '../registry/registry.ts'
import { checkSignature } from './check-signature.ts'
import { failureEnvelope, successEnvelope, tokenEnvelope } from './envelopes.ts'
import { asFailure, failureAnswer } from './failure-answer.ts'
import { keepRawBody, readRequest } from './read-request.ts'
import { type Calls, serveCall } from './serve-call.ts'
import { serveToken } from './serve-token.ts'
import type { TokenService } from './token-service.ts'

/** Bytes; the longest body that a call needs is far below. */
const bodyLimit = 1024 * 1024

const isTokenPath = (path: string): boolean => path.startsWith('/apim-token-service/')

/** The gateway: serves every row of the endpoint table and nothing else. */
export function createServer(parts: {
  registry: Registry
  calls: Calls
  tokens: TokenService
  /** ms since the epoch. */
  now: () => number
  logger: FastifyBaseLogger
}): FastifyInstance {
  const { registry, calls, tokens, now, logger } = parts
  const server: FastifyInstance = fastify({ loggerInstance: logger, bodyLimit })
  keepRawBody(server)

  const send = (reply: FastifyReply, status: number, envelope: unknown) =>
    reply.code(status).header('content-type', 'application/json;charset=UTF-8').send(stringifyExact(envelope))

  const paths = new Set<string>()
  for (const [name, { method, path }] of Object.entries(endpoints)) {
    if (paths.has(`${method} ${path}`)) continue
    paths.add(`${method} ${path}`)
    server.route({
      method,
      url: path,
      handler: async (request, reply) => {
        const raw = readRequest(request)
        if (name === 'getToken' || name === 'refreshToken') {
          return send(reply, 200, tokenEnvelope(0, 'SUCCESS', await serveToken(name, raw.body, tokens)))
        }
        const application = checkSignature({ ...raw, headers: request.headers }, tokens, now())
        return send(reply, 200, successEnvelope(await serveCall(raw, application, registry, calls)))
      },
    })
  }

  server.setNotFoundHandler(() => {
    throw new Failure('gatewayNoRoute')
  })
  server.setErrorHandler((error, request, reply) => {
    const [failure, unforeseen] = asFailure(error)
    if (unforeseen) request.log.error(error)
    const answer = failureAnswer(failure)
    const ofToken = isTokenPath(request.url)
    return send(reply, answer.status, ofToken ? tokenEnvelope(answer.code, answer.msg, null) : failureEnvelope(answer))
  })
  return server
}

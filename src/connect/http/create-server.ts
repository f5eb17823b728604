import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
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

/** A caller has so long to send a request, ms; the answer may take longer. */
const receiveTimeout = 30_000

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
  const send = (reply: FastifyReply, status: number, envelope: unknown) =>
    reply.code(status).header('content-type', 'application/json;charset=UTF-8').send(stringifyExact(envelope))

  function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const ofToken = isTokenPath(request.url)
    const [failure, unforeseen] = asFailure(error)
    if (unforeseen) logger.error(error)
    const answer = failureAnswer(unforeseen && ofToken ? new Failure('tokenInternal') : failure)
    return send(reply, answer.status, ofToken ? tokenEnvelope(answer.code, answer.msg, null) : failureEnvelope(answer))
  }

  const server: FastifyInstance = fastify({
    loggerInstance: logger,
    // Commands are logged by their steps (figures/log-commands.ts).
    logController: new LogController({ disableRequestLogging: true }),
    // One logger for all: a child for each request would cost more than what is ever said with it.
    childLoggerFactory: (parent) => parent,
    // The query is read as it is signed (read-request.ts).
    routerOptions: { querystringParser: () => ({}) },
    bodyLimit,
    requestTimeout: receiveTimeout,
    exposeHeadRoutes: false,
    // While the program ends, the commands themselves say that nothing new is taken.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void sendFailure(error, request, reply),
  })
  keepRawBody(server)

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
  server.setErrorHandler(sendFailure)
  return server
}

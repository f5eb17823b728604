import fastifyCookie from '@fastify/cookie'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { compressAnswers } from './compress-answers.ts'
import { guardOrigin } from './guard-origin.ts'
import { createIsSecure } from './is-secure.ts'
import { pathOf } from './read-call.ts'
import { securityHeaders } from './security-headers.ts'
import { writeFailure } from './write-failure.ts'

/** Bytes; no value of a point comes near (§6). */
const bodyLimit = 64 * 1024

/** ms in which a request has to have arrived whole. */
const requestTimeout = 30_000

export interface AppConfig {
  host: string
  panelUrl?: URL | null
  trustedProxies?: string[]
  /** In PEM form; without it, plain HTTP. */
  tls?: { cert: string; key: string } | null
}

/** The browser went while its answer was written, as with every reload. */
const hasLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'

/** An HTTP server that reads bodies as exact text, keeps strangers out and answers failures from the table. */
export async function createApp(
  logger: FastifyBaseLogger,
  { host, panelUrl = null, trustedProxies = [], tls = null }: AppConfig,
): Promise<FastifyInstance> {
  // What a person was shown travels in a header, percent-encoded.
  const http = { maxHeaderSize: 64 * 1024 }
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    // Nobody else's word for an address or for TLS counts.
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    logController: new LogController({ disableRequestLogging: true }),
    ...(tls ? { https: { ...http, ...tls } } : { http }),
    bodyLimit,
    requestTimeout,
    exposeHeadRoutes: false,
    // A path that cannot be decoded reaches no route, and so neither the handler of errors below.
    frameworkErrors: (error, _request, reply) => writeFailure(reply, error),
    // A path is what it says: two spellings of one call would be two rows of the allow-list.
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true },
  })

  const isSecure = createIsSecure(panelUrl)
  await securityHeaders(app, isSecure)
  app.addHook('onRequest', guardOrigin(host, panelUrl, isSecure))
  await app.register(fastifyCookie)
  await compressAnswers(app)

  // Only JSON, and its text untouched: what is signed is what was typed. Other types would also pass a browser's
  // cross-site checks without a preflight.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch (cause) {
      throw new Failure('invalidArgument', 'Invalid Argument body: not UTF-8', { cause })
    }
  })

  app.setErrorHandler((error, request, reply) => {
    // Without its query, which may hold a code of the identity provider.
    const path = pathOf(request.url)
    if (hasLeft(error)) request.log.debug({ path }, 'whoever asked has left before the answer')
    else if (!(error instanceof Failure)) request.log.error({ err: error, path }, 'request failed')
    return writeFailure(reply, error)
  })
  return app
}

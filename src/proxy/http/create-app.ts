import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { guardOrigin } from './guard-origin.ts'
import { writeFailure } from './write-failure.ts'

/** Bytes; no value of a point comes near (§6). */
const bodyLimit = 64 * 1024

const securityHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** An HTTP server that reads bodies as exact text, keeps strangers out and answers failures from the table. */
export function createApp(logger: FastifyBaseLogger, host: string): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // What a person was shown travels in a header, percent-encoded.
    http: { maxHeaderSize: 64 * 1024 },
    bodyLimit,
    exposeHeadRoutes: false,
    // A path is what it says: two spellings of one call would be two rows of the allow-list.
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true },
  })

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(securityHeaders)
  })
  app.addHook('onRequest', guardOrigin(host))

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
    if (!(error instanceof Failure)) request.log.error({ err: error, url: request.url }, 'request failed')
    return writeFailure(reply, error)
  })
  return app
}

import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { IsSecure } from './is-secure.ts'

/** Seconds; two years, as the lists of browsers ask for. */
const rememberTls = 2 * 365 * 24 * 60 * 60

/** A camera for the codes on cabinets, for pages of our own; nothing else is asked for. */
const permissions = 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()'

/** What a browser may do with an answer of ours, whatever it is. */
export async function securityHeaders(app: FastifyInstance, isSecure: IsSecure): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // WebAssembly, and nothing else: the reader of codes (web/features/scan) is some, and comes from here like all code.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        // The panel that is installed, and what lets it open without a network (vite.config.ts).
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Said below, and only where it is true.
    strictTransportSecurity: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', permissions)
    if (isSecure(request)) reply.header('strict-transport-security', `max-age=${rememberTls}`)
  })
}

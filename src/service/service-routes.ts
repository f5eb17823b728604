import type { FastifyContextConfig, FastifyInstance, FastifyReply } from 'fastify'
import type { Figures } from './create-figures.ts'
import { createFiguresAccess, type FiguresAccess } from './may-read-figures.ts'
import type { Readiness } from './readiness.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered also while the program is starting or stopping. */
    always?: boolean
  }
}

interface ServiceParts {
  figures: Figures
  readiness: Readiness
  access: FiguresAccess
  /** What else the routes of this server have to say of themselves. */
  config?: FastifyContextConfig
}

const plain = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(`${text}\n`)

/**
 * What a server tells whoever runs it: `/metrics` for those who may read it, as Prometheus reads it or as JSON;
 * `/health` and `/health/live` for everybody, as they hold nothing but whether and why not.
 */
export function serviceRoutes(app: FastifyInstance, { figures, readiness, access, config = {} }: ServiceParts): void {
  const { registry } = figures
  const refusal = createFiguresAccess(access)
  const always = { config: { ...config, always: true } }
  const json = (reply: FastifyReply, status: number, body: unknown) =>
    reply
      .code(status)
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(body))

  app.get('/health', always, async (_request, reply) => {
    const why = await readiness.whyNot()
    return json(reply, why === null ? 200 : 503, { live: true, ready: why === null, ...(why === null ? {} : { why }) })
  })

  // Where this is not answered the program hangs, and only a restart helps; a full disk it survives.
  app.get('/health/live', always, async (_request, reply) => json(reply, 200, { live: true }))

  app.get('/metrics', always, async (request, reply) => {
    const { headers, socket } = request
    const refused = refusal({ headers, remoteAddress: socket.remoteAddress })
    if (refused) {
      if (refused.status === 401) reply.header('www-authenticate', 'Bearer realm="metrics"')
      return plain(reply, refused.status, refused.why)
    }
    if (headers.accept?.includes('application/json')) return json(reply, 200, await registry.getMetricsAsJSON())
    return reply
      .code(200)
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics())
  })
}

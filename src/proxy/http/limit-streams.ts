import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'

/** Answers that one may have open at once; a browser opens six to one server. */
const mostOpen = 30
/** Seconds after which it is worth trying again. */
const tryAgainAfter = 10

export interface StreamLimit {
  /** Whose streams count together. */
  keyOf(request: FastifyRequest): string
  isFree(request: FastifyRequest): boolean
}

/** Limits how many answers at the pace of their reader anybody keeps open: each holds memory. */
export function limitStreams(app: FastifyInstance, { keyOf, isFree }: StreamLimit): void {
  const open = new Map<string, number>()
  app.addHook('onRequest', async (request, reply) => {
    if (!request.routeOptions.config.streamed || isFree(request)) return
    const key = keyOf(request)
    const count = open.get(key) ?? 0
    if (count >= mostOpen) {
      const data = { retryAfter: tryAgainAfter }
      throw new Failure('tooManyRequests', `more than ${mostOpen} streams at once: close some`, { data })
    }
    open.set(key, count + 1)
    reply.raw.once('close', () => {
      const left = (open.get(key) ?? 1) - 1
      if (left > 0) open.set(key, left)
      else open.delete(key)
    })
  })
}

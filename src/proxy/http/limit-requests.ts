import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'

export interface RequestLimit {
  perMinute: number
  /** Whose requests count together. */
  keyOf(request: FastifyRequest): string
  isFree(request: FastifyRequest): boolean
}

/** Keys that are counted at once; of more, the oldest are forgotten. */
const mostKeys = 10_000

/** Limits the requests of whoever asks, whatever they ask for. */
export async function limitRequests(app: FastifyInstance, { perMinute, keyOf, isFree }: RequestLimit): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    cache: mostKeys,
    keyGenerator: keyOf,
    allowList: isFree,
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl, max }) => {
      const retryAfter = Math.ceil(ttl / 1000)
      return new Failure('tooManyRequests', `more than ${max} calls within a minute: wait ${retryAfter} s`, {
        data: { retryAfter },
      })
    },
  })
  // One for all, also for what no route answers.
  app.addHook('onRequest', app.rateLimit())
}

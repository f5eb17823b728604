import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import type { WrittenEnvelope } from '#contract/enos/envelope.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failures } from '#contract/enos/failures.ts'
import { stringifyExact } from '#contract/value/exact.ts'

/** JSON text that was written already. */
export const sendJson = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).type('application/json; charset=utf-8').header('cache-control', 'no-store').send(text)

/** Fastify's own refusals, by what they are about; anything else is ours to mend. */
const failureOf = (error: unknown): Failure => {
  if (error instanceof Failure) return error
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const detail = error instanceof Error ? error.message : ''
  if (status === 413) return new Failure('gatewayTooLarge', detail)
  if (status >= 400 && status < 500) return new Failure('invalidArgument', detail)
  return new Failure('internalError', 'something went wrong inside the proxy', { cause: error })
}

const waitSchema = z.object({ retryAfter: z.int().check(z.gte(0)) })

/** A failure as an EnOS envelope (§1.2) with code and status of the failure table; `data.retryAfter` is also a header, in s. */
export function writeFailure(reply: FastifyReply, error: unknown): FastifyReply {
  const { failure, code, message, data } = failureOf(error)
  const { status } = failures[failure]
  const envelope: WrittenEnvelope = { code, msg: message, submsg: null, requestId: randomUUID(), data }
  // The table's 200 is what a command service answers; refusing here, the proxy speaks HTTP.
  const own =
    failure === 'invalidArgument' || failure === 'invalidTimeout' ? 400 : failure === 'internalError' ? 500 : status
  const wait = waitSchema.safeParse(data).data
  if (wait) reply.header('retry-after', String(wait.retryAfter))
  return sendJson(reply, own, stringifyExact(envelope))
}

import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'

/** A call as it was signed. */
export interface RawCall {
  method: string
  path: string
  /** Decoded, in the order of the URL; empty parts are left out (§1.1). */
  query: [string, string][]
  /** The very text that was sent; empty for none. */
  body: string
}

/** Bytes, so that nothing is decoded before it is known to be UTF-8; the signature covers each of them (§4.2). */
export function keepRawBody(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** @throws Failure gatewayBody where the body is no UTF-8. */
export function readRequest({ method, url, body }: FastifyRequest): RawCall {
  const [path = '', ...search] = url.split('?')
  const query = [...new URLSearchParams(search.join('?'))].filter(([name]) => name !== '')
  if (!Buffer.isBuffer(body)) return { method, path, query, body: '' }
  if (!isUtf8(body)) throw new Failure('gatewayBody', 'it is not UTF-8')
  return { method, path, query, body: body.toString() }
}

/** Of a repeated parameter the first value counts (§4.2). */
export function firstValues(query: [string, string][]): Record<string, string> {
  return Object.fromEntries([...query].reverse())
}

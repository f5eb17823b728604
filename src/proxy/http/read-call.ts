import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { type Endpoint, type EndpointName, endpointNamed, endpoints, isTokenCall } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'

/** @throws Failure that names the first thing that is wrong: invalidTimeout for the timeout (§1.6), else invalidArgument. */
export function parseArgument<T>(schema: z.ZodMiniType<T, unknown>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  const name = issue?.path.join('.') || 'request'
  if (name === 'timeout') throw new Failure('invalidTimeout', `Invalid timeout value: ${issue?.message}`)
  throw new Failure('invalidArgument', `Invalid Argument ${name}: ${issue?.message}`)
}

/** The path as it was written: an escaped spelling of a known path is not that path. */
export const pathOf = (url: string): string => url.split('?', 1).join()

/**
 * The query parameters, decoded as they will be signed.
 * @throws Failure invalidArgument for a repeated one, of which it is unclear which counts (§4.2).
 */
export function readQuery(url: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(url.split('?').slice(1).join('?'))) {
    // `&&` in the official sample (§1.1).
    if (name === '') continue
    if (Object.hasOwn(query, name)) throw new Failure('invalidArgument', `Invalid Argument ${name}: given twice`)
    query[name] = value
  }
  return query
}

/** @throws Failure invalidArgument where the text is not JSON. */
function readJson(text: string): ExactJson {
  try {
    return parseExact(text)
  } catch (cause) {
    throw new Failure('invalidArgument', `Invalid Argument body: ${cause instanceof Error ? cause.message : 'no JSON'}`)
  }
}

/** The body's exact text, checked by the endpoint's schema; empty for a call without one. */
function readBody(name: EndpointName, text: string): string {
  const { body }: Endpoint = endpoints[name]
  if (body === null) {
    if (text !== '') throw new Failure('invalidArgument', 'Invalid Argument body: this call has none')
    return ''
  }
  const json = readJson(text)
  parseArgument(body, json)
  // A second member would be signed and sent, but neither shown nor recorded as what was set.
  if (name === 'setMeasurepoint' && json !== null && Object.keys(json).length !== 1) {
    throw new Failure('invalidArgument', 'Invalid Argument body: it has the one member "value"')
  }
  return text
}

/** Every row's query is flat. */
const flat = z.record(z.string(), z.optional(z.union([z.string(), z.number()])))

export interface ReadCall {
  name: EndpointName
  query: z.output<typeof flat>
  body: string
}

/**
 * The EnOS call that a request makes, checked by its row of the endpoint table.
 * @throws Failure callNotAllowed where no row allows it; permissionDenied for another organisation than `orgId`.
 */
export function readCall({ method, url, body }: FastifyRequest, orgId: string): ReadCall {
  const pathname = pathOf(url)
  const { action = null, ...rest } = readQuery(url)
  const name = endpointNamed(method, pathname, action)
  if (!name || isTokenCall(name)) throw new Failure('callNotAllowed', `${method} ${pathname}?action=${action ?? ''}`)
  const row: Endpoint = endpoints[name]
  const query = flat.parse(parseArgument(row.query, rest))
  if (query.orgId !== orgId) throw new Failure('permissionDenied', `Denied resource: orgId must be ${orgId}`)
  return { name, query, body: readBody(name, typeof body === 'string' ? body : '') }
}

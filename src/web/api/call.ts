import type * as z from 'zod/mini'
import { calls } from '#contract/enos/calls.ts'
import type { BodyOf, DataOf, EndpointName, QueryOf } from '#contract/enos/endpoints.ts'
import { type Envelope, envelopeSchema, type Pagination } from '#contract/enos/envelope.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import { gatewayIdOfPath } from '#contract/panel/gateway-address.ts'
import { type Operation, operationSchema, type Shown } from '#contract/panel/operation.ts'
import { panelCalls, panelHeaders } from '#contract/panel/panel-calls.ts'
import type { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import { tellFailure } from './heard-failures.ts'

type Query = Record<string, string | number | undefined>

const urlOf = (path: string, query: Query): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}

function fail(...[name, detail, options]: ConstructorParameters<typeof Failure>): never {
  tellFailure(name)
  throw new Failure(name, detail, options)
}

/**
 * The gateway that this page is about: by its address; where there is but one and addresses name none, by what the page
 * says of itself (app/session-gate.tsx), so that a page left open never speaks to one that took its place.
 */
export const gatewayIdHere = (): string | undefined =>
  gatewayIdOfPath(location.pathname) ?? document.documentElement.dataset.gateway

/** Whether nobody has touched the page for some seconds: what it asks then keeps no session alive. */
const isUnattended = (): boolean => 'userActivation' in navigator && !navigator.userActivation.isActive

/** The only fetch of the panel. A server that cannot be reached is a failure like any other. */
async function request(
  url: string,
  init: RequestInit & { headers?: Record<string, string> },
  early?: Promise<Response>,
): Promise<Response> {
  const id = gatewayIdHere()
  // An address may name anything; the id of a gateway is encoded as itself.
  const headers = {
    ...init.headers,
    ...(id ? { [panelHeaders.gateway]: encodeURIComponent(id) } : {}),
    ...(isUnattended() ? { [panelHeaders.unattended]: '1' } : {}),
  }
  try {
    return await (early ?? fetch(url, { ...init, headers, credentials: 'same-origin', redirect: 'error' }))
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    return fail('proxyUnreachable', '', { cause })
  }
}

function readEnvelope(text: string, status: number): Envelope {
  try {
    return envelopeSchema.parse(parseExact(text))
  } catch (cause) {
    return fail(status >= 500 ? 'proxyUnreachable' : 'unreadableAnswer', `HTTP ${status}`, { cause })
  }
}

const throwFailure = ({ code, msg, data }: Envelope): never => {
  const failure = failureNamed(code, 'command', 'service', 'token', 'gateway', 'setpoint') ?? 'refusedByDevice'
  return fail(failure, msg, { data, code })
}

const parseData = <T>(schema: z.ZodMiniType<T, unknown>, data: unknown): T => {
  const { success, data: parsed, error } = schema.safeParse(data)
  if (!success) return fail('unreadableAnswer', '', { cause: error })
  return parsed
}

const jsonType = { 'content-type': 'application/json' }

/**
 * One EnOS call through the proxy, read by the endpoint table.
 * @throws Failure by the code of the envelope.
 */
export async function callEnos<N extends Exclude<EndpointName, 'setMeasurepoint'>>(
  name: N,
  query: Partial<QueryOf<N>>,
  options: { body?: Partial<BodyOf<N>> | undefined; signal?: AbortSignal | undefined } = {},
): Promise<{ data: DataOf<N>; pagination: Pagination | undefined }> {
  const { method, path, action, data } = calls[name]
  const url = urlOf(path, { ...(action ? { action } : {}), ...(query as Query) })
  const response = await request(url, {
    method,
    signal: options.signal ?? null,
    ...(options.body ? { body: stringifyExact(options.body), headers: jsonType } : {}),
  })
  const envelope = readEnvelope(await response.text(), response.status)
  if (envelope.code !== 0) throwFailure(envelope)
  return { data: parseData(data as z.ZodMiniType<DataOf<N>, unknown>, envelope.data), pagination: envelope.pagination }
}

/** Those that are no calls but pages, files or streams of the browser's own are left out. */
type PanelCall = Exclude<
  keyof typeof panelCalls,
  'events' | 'exportOperations' | 'signInElsewhere' | 'signedInElsewhere'
>
type PanelRow<N extends PanelCall> = (typeof panelEndpoints)[N]
type PanelBody<N extends PanelCall> = PanelRow<N> extends { body: infer B extends z.ZodMiniType } ? z.input<B> : never

/** One of the proxy's own calls; `id` fills the path's `:id`, `early` is an answer that was asked for before. */
export async function callPanel<N extends PanelCall>(
  name: N,
  query: Query = {},
  options: { id?: string; body?: PanelBody<N>; signal?: AbortSignal; early?: Promise<Response> | undefined } = {},
): Promise<z.output<PanelRow<N>['data']>> {
  const { method, path, data } = panelCalls[name]
  const url = urlOf(path.replace(':id', encodeURIComponent(options.id ?? '')), query)
  const response = await request(
    url,
    {
      method,
      signal: options.signal ?? null,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body), headers: jsonType }),
    },
    options.early,
  )
  const text = await response.text()
  if (!response.ok) throwFailure(readEnvelope(text, response.status))
  try {
    // The proxy's own answers hold values only as text: plain JSON loses nothing.
    return parseData(data as unknown as z.ZodMiniType<z.output<PanelRow<N>['data']>>, JSON.parse(text))
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    return fail('unreadableAnswer', '', { cause })
  }
}

/**
 * Opens the stream of changes.
 * @param after the revision that was told last; undefined for what comes from now on.
 * @throws Failure where it is not opened.
 */
export async function openEvents(after: number | undefined, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const { path } = panelCalls.events
  const response = await request(urlOf(path, { after }), { signal, headers: { accept: 'text/event-stream' } })
  if (response.ok && response.body) return response.body
  return throwFailure(readEnvelope(await response.text(), response.status))
}

/** One send, as it leaves the editor. */
export interface Send {
  query: QueryOf<'setMeasurepoint'>
  /** The body, character by character. */
  body: string
  /** Made when the draft was opened; asking again with it never sends twice. */
  idempotencyKey: string
  shown: Shown
  /** Why, in the person's words, at most 1000 characters. */
  reason?: string | undefined
  /** Exact JSON text: sent only if the device still reports it. */
  expectedValue?: string | undefined
}

const encodedHeader = (name: string, text: string | undefined): Record<string, string> =>
  text ? { [name]: encodeURIComponent(text) } : {}

/**
 * Sends a value once and returns its operation, whatever came of it.
 * @throws Failure only where the proxy recorded nothing (bad request, conflict) or could not be reached: then
 * {@link findOperation} with the same key tells what became of it.
 */
export async function sendSet({ query, body, idempotencyKey, shown, reason, expectedValue }: Send): Promise<Operation> {
  const { method, path, action } = calls.setMeasurepoint
  const response = await request(urlOf(path, { action, ...query }), {
    method,
    body,
    headers: {
      ...jsonType,
      [panelHeaders.idempotencyKey]: idempotencyKey,
      [panelHeaders.shown]: encodeURIComponent(JSON.stringify(shown)),
      ...encodedHeader(panelHeaders.reason, reason),
      ...encodedHeader(panelHeaders.expectedValue, expectedValue),
    },
  })
  const id = response.headers.get(panelHeaders.operation)
  if (id) return callPanel('getOperation', {}, { id })
  return throwFailure(readEnvelope(await response.text(), response.status))
}

/**
 * Says for the record that a person has looked after an unknown outcome, and why sending may go on.
 * @throws Failure where it was not recorded.
 */
export const acknowledgeOperation = (id: string, reason: string): Promise<Operation> =>
  callPanel('acknowledgeOperation', {}, { id, body: { reason } })

/** The operation that a draft's key led to, or null where nothing was ever recorded under it. */
export async function findOperation(idempotencyKey: string): Promise<Operation | null> {
  const { items } = await callPanel('listOperations', { idempotencyKey, limit: 1 })
  return items[0] ? operationSchema.parse(items[0]) : null
}

import type { FastifyInstance } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import type { Changes } from '#contract/panel/event.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { OperationStore } from '../operations/ports.ts'
import type { Identify } from '../people/ports.ts'
import type { OperationReader } from '../store/sqlite/open-operation-store.ts'
import { acknowledgeRoute } from './acknowledge-route.ts'
import type { BrowserSessions } from './browser-sessions.ts'
import type { EventStream } from './event-stream.ts'
import { exportRoute } from './export-route.ts'
import { parseArgument, readQuery } from './read-call.ts'
import { sendJson } from './write-failure.ts'

export interface PanelParts {
  identify: Identify
  watch: BrowserSessions['watch']
  operations: OperationReader & Pick<OperationStore, 'note'>
  events: EventStream
}

/** Operations that one answer holds. */
const mostChanges = 200

const revisionOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined

/** Made by a panel that nobody may be looking at. */
const unattended = { config: { unattended: true } } as const

/** The proxy's own calls. */
export function panelRoutes(app: FastifyInstance, { identify, watch, operations, events }: PanelParts): void {
  const { listOperations, getOperation, changes, events: eventsEndpoint } = panelEndpoints

  app.get(listOperations.path, (request, reply) => {
    const filter = parseArgument(listOperations.query, readQuery(request.url))
    return sendJson(reply, 200, JSON.stringify(operations.list(filter)))
  })

  exportRoute(app, operations)
  acknowledgeRoute(app, operations, identify)

  app.get<{ Params: { id: string } }>(getOperation.path, ({ params }, reply) => {
    const operation = operations.get(params.id)
    if (!operation) throw new Failure('operationNotFound', `there is no operation ${params.id}`)
    return sendJson(reply, 200, JSON.stringify(operation))
  })

  app.get(changes.path, unattended, (request, reply) => {
    const newest = operations.revision()
    const { after = newest } = parseArgument(changes.query, readQuery(request.url))
    const items = operations.changedSince(after, mostChanges)
    const told: Changes = { items, revision: items.at(-1)?.revision ?? Math.min(after, newest), newest }
    return sendJson(reply, 200, JSON.stringify(told))
  })

  app.get(eventsEndpoint.path, unattended, async (request, reply) => {
    const { after } = parseArgument(eventsEndpoint.query, readQuery(request.url))
    const seen = request.headers['last-event-id']
    const isLive = watch(request)
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy in front must not hold events back.
      'x-accel-buffering': 'no',
    })
    await events.connect(reply.raw, isLive, revisionOf(typeof seen === 'string' ? seen : after))
  })
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Changes } from '#contract/panel/event.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { Sight } from '../access/sight.ts'
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
  /** What of the record each person may see. */
  sight: Sight
}

/** Operations that one answer holds. */
const mostChanges = 200

const revisionOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined

/** Made by a panel that nobody may be looking at. */
const unattended = { config: { unattended: true } } as const

/** The proxy's own calls. */
export function panelRoutes(app: FastifyInstance, { identify, watch, operations, events, sight }: PanelParts): void {
  const { listOperations, getOperation, changes, events: eventsEndpoint } = panelEndpoints

  const withinOf = (request: FastifyRequest, gatewayId: string | undefined) =>
    sight.within(identify(request).person, gatewayId)

  app.get(listOperations.path, async (request, reply) => {
    const filter = parseArgument(listOperations.query, readQuery(request.url))
    const page = operations.list(filter, await withinOf(request, filter.gatewayId))
    return sendJson(reply, 200, JSON.stringify(page))
  })

  exportRoute(app, operations, withinOf)
  acknowledgeRoute(app, operations, identify, sight)

  app.get<{ Params: { id: string } }>(getOperation.path, async (request, reply) => {
    const { id } = request.params
    const operation = await sight.seen(identify(request).person, operations.get(id), id)
    return sendJson(reply, 200, JSON.stringify(operation))
  })

  app.get(changes.path, unattended, async (request, reply) => {
    const { person } = identify(request)
    const newest = operations.revision()
    const { after = newest } = parseArgument(changes.query, readQuery(request.url))
    const changed = operations.changedSince(after, mostChanges)
    const items: Operation[] = []
    for (const operation of changed) if (await sight.sees(person, operation)) items.push(operation)
    const told: Changes = { items, revision: changed.at(-1)?.revision ?? Math.min(after, newest), newest }
    return sendJson(reply, 200, JSON.stringify(told))
  })

  app.get(eventsEndpoint.path, { config: { unattended: true, streamed: true } }, async (request, reply) => {
    const { after } = parseArgument(eventsEndpoint.query, readQuery(request.url))
    const seen = request.headers['last-event-id']
    const { kind } = identify(request).person
    const askerNow = watch(request)
    const isLive = () => askerNow() !== undefined
    // Asked anew each time: an account's places may change while its panel listens.
    const sees = async (operation: Operation) => {
      const asker = askerNow()
      return asker !== undefined && (await sight.sees(asker.person, operation))
    }
    const listener = { isLive, ...(kind === 'builtIn' ? {} : { sees }) }
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy in front must not hold events back.
      'x-accel-buffering': 'no',
    })
    await events.connect(reply.raw, listener, revisionOf(typeof seen === 'string' ? seen : after))
  })
}

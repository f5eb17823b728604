import type { FastifyInstance } from 'fastify'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { Gateways } from '../enos/gateways.ts'
import { readGatewayId } from './read-set-headers.ts'
import { sendJson } from './write-failure.ts'

/** How the gateway does; asks it nothing. */
export function gatewayRoute(app: FastifyInstance, gateways: Gateways): void {
  app.get(panelEndpoints.gateway.path, (request, reply) => {
    const { state } = gateways.named(readGatewayId(request.headers))
    return sendJson(reply, 200, JSON.stringify(state()))
  })
}

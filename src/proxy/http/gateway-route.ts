import type { FastifyInstance } from 'fastify'
import type { GatewayState } from '#contract/panel/gateway-state.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import { sendJson } from './write-failure.ts'

/** How the gateway does; asks it nothing. */
export function gatewayRoute(app: FastifyInstance, state: () => GatewayState): void {
  app.get(panelEndpoints.gateway.path, (_request, reply) => sendJson(reply, 200, JSON.stringify(state())))
}

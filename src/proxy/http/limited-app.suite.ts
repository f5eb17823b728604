import { pino } from 'pino'
import { type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import type { Person } from '#contract/panel/session.ts'
import { createDeviceAssets } from '../access/device-assets.ts'
import { createPlaces } from '../access/places.ts'
import { createGateways } from '../enos/gateways.ts'
import { treeId } from '../plant-gateway.suite.ts'
import { gatewayFor, orgId } from '../running-proxy.suite.ts'
import { createApp } from './create-app.ts'
import { enosRoutes } from './enos-routes.ts'
import { createReadLimits } from './limit-reads.ts'

/** Answers only look-ups, of the person that the header `x-places` tells: asset ids with commas; empty for all. */
export async function startLookUps(address: string, treeIds = [treeId]) {
  const gateways = createGateways([{ ...gatewayFor(address), treeIds }])
  const app = await createApp(pino({ level: 'silent' }), { host: '127.0.0.1' })
  enosRoutes(app, {
    gateways,
    identify: ({ headers }) => {
      const assetIds = String(headers['x-places'] ?? '')
        .split(',')
        .filter(Boolean)
      const person: Person = { id: 'p1', name: 'Somebody', role: 'operator', assetIds, kind: 'local' }
      return { person, signIn: null }
    },
    admit: async () => {},
    limits: createReadLimits({ places: createPlaces(gateways), deviceAssets: createDeviceAssets(gateways) }),
    permitFor: () => ({ identify: async () => ({}), decide: async () => ({}) }),
    perform: async () => {
      throw new Error('nothing is sent here')
    },
    heard: () => {},
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  return {
    /** A call of the endpoint table; its status, its text and the JSON of that. */
    async call(name: EndpointName, places: string, query: Record<string, string>, body?: object) {
      const { method, path, action } = endpoints[name]
      const search = new URLSearchParams({ ...(action ? { action } : {}), orgId, ...query })
      const answer = await fetch(`${url}${path}?${search}`, {
        method,
        headers: { 'x-places': places, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await answer.text()
      return { status: answer.status, text, json: JSON.parse(text) }
    },
    async stop() {
      await app.close()
      gateways.stop()
    },
  }
}

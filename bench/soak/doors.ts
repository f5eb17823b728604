import { type EndpointName, endpoints } from '../../src/contract/enos/endpoints.ts'
import { panelHeaders } from '../../src/contract/panel/panel-calls.ts'
import { panelEndpoints } from '../../src/contract/panel/panel-endpoints.ts'
import { signedHeaders, tokenBody } from '../../src/proxy/enos/sign.ts'
import type { Ask, Heard } from './ask.ts'
import type { SoakDevice, SoakFleet } from './soak-fleet.ts'

interface Call {
  name: EndpointName
  query: Record<string, string>
  body: string
  /** ms until the asker hangs up; 0 for never. */
  patience?: number
}

/** How a device is named in a call (§1.1). */
export const named = ({ assetId, productKey, deviceKey }: SoakDevice, byKeys: boolean): Record<string, string> =>
  byKeys ? { productKey, deviceKey } : { assetId }

const pairsOf = ({ name, query }: Call, orgId: string): [string, string][] => {
  const { action } = endpoints[name]
  return Object.entries({ ...(action ? { action } : {}), orgId, ...query })
}
const textOf = (pairs: [string, string][]): string =>
  pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')

/** The panel's API, as a browser calls it; `address` is '' while the proxy is away. */
export function createPanelDoor(ask: Ask, { orgId }: SoakFleet, address: () => string) {
  return {
    call(call: Call, key = ''): Promise<Heard | null> {
      const { method, path } = endpoints[call.name]
      const url = `${address()}${path}?${textOf(pairsOf(call, orgId))}`
      const headers: Record<string, string> = key === '' ? {} : { [panelHeaders.idempotencyKey]: key }
      return ask({ method, url, headers, body: call.body, patience: call.patience ?? 0 })
    },
    /** A person's word that they have looked after an unknown outcome. */
    acknowledge(operationId: string): Promise<Heard | null> {
      const { method, path } = panelEndpoints.acknowledgeOperation
      const url = address() + path.replace(':id', operationId)
      return ask({ method, url, headers: {}, body: '{"reason":"the rig goes on"}', patience: 0 })
    },
  }
}

/** The signed EnOS API (§4), as another application calls it. */
export function createEnosDoor(ask: Ask, { orgId, application }: SoakFleet, address: () => string) {
  let token = ''
  let fetching: Promise<void> | undefined
  let lastTime = 0

  async function fetchToken(): Promise<void> {
    // No two proofs may share a millisecond (§4.1).
    lastTime = Math.max(Date.now(), lastTime + 1)
    const { method, path } = endpoints.getToken
    const heard = await ask({
      method,
      url: address() + path,
      headers: {},
      body: tokenBody(application, lastTime),
      patience: 0,
    })
    const { accessToken = '' } = Object(heard?.data)
    token = String(accessToken)
  }

  return {
    async call(call: Call): Promise<Heard | null> {
      if (token === '') {
        fetching ??= fetchToken().finally(() => {
          fetching = undefined
        })
        await fetching
      }
      const query = pairsOf(call, orgId)
      const { method, path } = endpoints[call.name]
      const timestamp = Date.now()
      const headers = signedHeaders(application, { accessToken: token, query, body: call.body, timestamp })
      const url = `${address()}${path}?${textOf(query)}`
      const heard = await ask({ method, url, headers, body: call.body, patience: call.patience ?? 0 })
      // Turned away for its token or its time, no service has seen it.
      if (heard?.code === 401) token = ''
      return heard
    },
  }
}
export type Doors = { panel: ReturnType<typeof createPanelDoor>; enos: ReturnType<typeof createEnosDoor> }

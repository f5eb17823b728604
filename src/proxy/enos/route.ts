import http from 'node:http'
import https from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'

/** How calls get to the gateway. */
export interface Route {
  /** The outgoing HTTP proxy, through which every call tunnels by CONNECT; without it, straight. */
  outgoingProxy?: string | undefined
  /** All certificates to trust, PEM; without it, those that Node trusts. */
  trusted?: string[] | undefined
}

/** Agents whose connections are kept, or made for one call, by the gateway's protocol. */
export function agentsOf({ outgoingProxy, trusted }: Route, keepAlive: boolean): Record<string, http.Agent> {
  if (!outgoingProxy) return { 'http:': new http.Agent({ keepAlive }), 'https:': new https.Agent({ keepAlive }) }
  const agent = new HttpsProxyAgent(outgoingProxy, { keepAlive, ...(trusted ? { ca: trusted } : {}) })
  return { 'http:': agent, 'https:': agent }
}

/**
 * Tells of an outgoing proxy that does not let a call through. Its answer must not pass for the gateway's,
 * and comes before anything of the call has left.
 */
export function onProxyRefusal(request: http.ClientRequest, refused: (reason: Error) => void): void {
  // Emitted by HttpsProxyAgent; Node's own types do not know of it.
  const events: NodeJS.EventEmitter = request
  events.on('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    if (statusCode !== 200) refused(new Error(`the outgoing proxy refused the way to the gateway: HTTP ${statusCode}`))
  })
}

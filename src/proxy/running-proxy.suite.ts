import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endpoints } from '#contract/enos/endpoints.ts'
import { type Operation, operationSchema } from '#contract/panel/operation.ts'
import { operationPageSchema, panelHeaders } from '#contract/panel/panel-calls.ts'
import type { ProxyConfig } from './config.ts'
import type { GatewayConfig } from './gateway-config.ts'
import { startProxy } from './start-proxy.ts'

export const orgId = 'o17000000000001'

/** A directory that nobody else uses. */
export const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'setpoint-proxy-'))

export const gatewayFor = (address: string): GatewayConfig => ({
  id: 'enos',
  address,
  accessKey: 'demoAccessKey-0001',
  secretKey: 'demoSecretKey-9f2c',
  orgId,
  treeIds: [],
  name: 'Scripted',
  kind: 'test',
})

export const configFor = (address: string, change: Partial<ProxyConfig> = {}): ProxyConfig => ({
  host: '127.0.0.1',
  port: 0,
  dataDirectory: newDirectory(),
  webDirectory: join(newDirectory(), 'none'),
  personName: 'Local user',
  gateways: [gatewayFor(address)],
  policyFile: null,
  oidc: null,
  panelUrl: null,
  trustedProxies: [],
  tls: null,
  sessions: { idle: 3600, absolute: 12 * 3600 },
  requestsPerMinute: 1_000_000,
  passwordCost: { memory: 1024, passes: 1 },
  draftMaxAge: 24 * 3600,
  metricsToken: null,
  version: 'test',
  logLevel: 'silent',
  ...change,
})

export interface SetOptions {
  key?: string
  body?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** What a panel does, over the proxy's real HTTP. @param cookie of a person's session; without it, nobody is signed in. */
export const panelOf = (url: string, cookie?: string) => {
  const { path, action } = endpoints.setMeasurepoint
  const own: Record<string, string> = cookie === undefined ? {} : { cookie }

  const panel = {
    url,
    cookie,
    get: (address: string, headers: Record<string, string> = {}) =>
      fetch(url + address, { headers: { ...own, ...headers } }),
    post: (address: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(url + address, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...own, ...headers },
      }),
    /** Signs in as this browser. @returns the answer, and a panel that is signed in if it went well. */
    async signIn(name: string, password: string, headers: Record<string, string> = {}) {
      const answer = await panel.post('/api/sign-in', { name, password }, headers)
      const [set] = answer.headers.getSetCookie()
      return { answer, panel: panelOf(url, set?.split(';')[0] ?? cookie) }
    },
    set({
      key = `key-${crypto.randomUUID()}`,
      body = '{"value":1.0}',
      query = {},
      headers = {},
      signal,
    }: SetOptions = {}) {
      const search = new URLSearchParams({
        action,
        orgId,
        assetId: 'Ab3dE9xQ',
        measurepointId: 'p',
        // A machine that stands still for some seconds shall not make an answer one that came too late.
        timeout: '30',
        ...query,
      })
      // An empty one stands for none.
      for (const [name, text] of Object.entries(query)) if (text === '') search.delete(name)
      return fetch(`${url}${path}?${search}`, {
        method: 'POST',
        body,
        ...(signal ? { signal } : {}),
        headers: { 'content-type': 'application/json', [panelHeaders.idempotencyKey]: key, ...own, ...headers },
      })
    },
    async operation(id: string): Promise<Operation> {
      return operationSchema.parse(await (await panel.get(`/api/operations/${id}`)).json())
    },
    async operations(query: Record<string, string> = {}) {
      const answer = await panel.get(`/api/operations?${new URLSearchParams(query)}`)
      return operationPageSchema.parse(await answer.json())
    },
    /** Sets, and reads what was recorded. */
    async outcomeOf(options: SetOptions = {}): Promise<Operation> {
      const answer = await panel.set(options)
      return panel.operation(answer.headers.get(panelHeaders.operation) ?? '')
    },
  }
  return panel
}

/** A proxy on a free port for a gateway's address. */
export async function runProxy(address: string, change: Partial<ProxyConfig> = {}) {
  const config = configFor(address, change)
  const proxy = await startProxy(config)
  return Object.assign(panelOf(proxy.url), { config, stop: proxy.stop })
}

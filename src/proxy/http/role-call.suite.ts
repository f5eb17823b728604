import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { PointClass } from '#contract/panel/role.ts'
import { startIdentityProvider } from '../people/oidc/identity-provider.suite.ts'
import { oidcConfigFor } from '../people/oidc/oidc-panel.suite.ts'
import { commandIdOf, startPlantGateway, treeId } from '../plant-gateway.suite.ts'
import { gatewayFor, newDirectory, orgId, type panelOf, runProxy } from '../running-proxy.suite.ts'
import { reset } from '../scripted-gateway.suite.ts'

export type Panel = ReturnType<typeof panelOf>

/** Which point has which class by the policy of the test. */
const points: Record<PointClass, string> = { routine: 'p', confirm: 'q', critical: 'r' }
const policy = {
  pointClasses: [
    { rule: 'confirmed points', points: [points.confirm], class: 'confirm' },
    { rule: 'critical points', points: [points.critical], class: 'critical' },
  ],
}

/** A proxy with a policy and an identity provider, before the plant. Points whose id begins with `lost` lose the answer. */
export async function startForRoles() {
  const directory = newDirectory()
  const policyFile = join(directory, 'policy.json')
  writeFileSync(policyFile, JSON.stringify(policy))
  const gateway = await startPlantGateway()
  const { setMeasurepoint } = gateway.scripts
  gateway.scripts.setMeasurepoint = (received, response) =>
    (received.query.get('measurepointId')?.startsWith('lost') ? reset : setMeasurepoint)?.(received, response)
  const provider = await startIdentityProvider()
  const proxy = await runProxy(gateway.address, {
    gateways: [{ ...gatewayFor(gateway.address), treeIds: [treeId] }],
    policyFile,
    oidc: oidcConfigFor(provider.issuer),
  })
  provider.register({ redirectUri: `${proxy.url}${panelEndpoints.signedInElsewhere.path}` })
  const stop = async () => {
    await proxy.stop()
    await provider.stop()
    await gateway.stop()
  }
  return { gateway, proxy, stop }
}

/** How a call names the device: the heater `h1` in the north. */
export const namings = {
  asset: { assetId: 'h1' },
  keys: { productKey: 'pk', deviceKey: 'dk-h1' },
} as const
type Naming = (typeof namings)[keyof typeof namings]

/** What a call is about. */
export interface About {
  device: Naming
  /** An operation on the device, and one on it that is unknown. */
  operationId: string
  unknownId: string
  /** Who signs in anew. */
  signIn(): Promise<{ answer: Response; panel: Panel }>
}
export type Ask = (panel: Panel, about: About) => Promise<Response>

function addressOf(name: EndpointName, query: Record<string, string>): string {
  const { path, action } = endpoints[name]
  return `${path}?${new URLSearchParams({ ...(action ? { action } : {}), orgId, ...query })}`
}

const enos =
  (name: EndpointName, query: Record<string, string> = {}, body: object = {}): Ask =>
  (panel) => {
    const { method, body: schema } = endpoints[name]
    const address = addressOf(name, query)
    // One without a body is also made as a POST.
    if (method === 'POST' && !schema) return fetch(panel.url + address, { method, headers: cookieOf(panel) })
    return method === 'GET' ? panel.get(address) : panel.post(address, body)
  }
const cookieOf = ({ cookie }: Panel): Record<string, string> => (cookie === undefined ? {} : { cookie })

/** About the one device. */
const one =
  (name: EndpointName, more: Record<string, string> = {}): Ask =>
  (panel, about) =>
    enos(name, { ...about.device, ...more })(panel, about)

const token = { appKey: 'a', encryption: 'e', timestamp: 1 }

/** Values over time are asked for by asset alone, in the body. */
const rawData = { assetIds: 'h1', pointIds: 'p', startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-02T00:00:00Z' }

/** Every row of the endpoint table but the send. */
export const enosCalls = {
  getDevice: one('getDevice'),
  queryLatest: one('queryLatest'),
  getRawData: enos('getRawData', {}, rawData),
  getCommand: one('getCommand', { commandId: commandIdOf('h1') }),
  searchCommand: one('searchCommand'),
  cancelCommand: one('cancelCommand', { commandId: commandIdOf('h1') }),
  getAsset: enos('getAsset', { assetId: 'h1' }),
  searchDevice: enos('searchDevice'),
  searchAsset: enos('searchAsset'),
  searchRelatedAsset: enos('searchRelatedAsset', { treeId }),
  getThingModel: enos('getThingModel', { modelId: 'Heater' }),
  searchThingModel: enos('searchThingModel'),
  getToken: enos('getToken', {}, token),
  refreshToken: enos('refreshToken', {}, { ...token, accessToken: 't' }),
} satisfies Record<Exclude<EndpointName, 'setMeasurepoint'>, Ask>

const shown = { deviceName: 'h1', pointName: '', unit: '', dataType: '', beforeText: '', afterText: '', beforeTime: 0 }

/** A send with everything that any class of point asks for. */
export const sendOf =
  (pointClass: PointClass): Ask =>
  (panel, { device }) =>
    panel.post(
      addressOf('setMeasurepoint', { ...device, measurepointId: points[pointClass], timeout: '30' }),
      { value: 1 },
      {
        [panelHeaders.idempotencyKey]: `key-${crypto.randomUUID()}`,
        [panelHeaders.shown]: encodeURIComponent(JSON.stringify({ ...shown, sentence: 'Set h1 to 1' })),
        [panelHeaders.reason]: encodeURIComponent('a test'),
      },
    )

export const permissionOf =
  (pointClass: PointClass): Ask =>
  (panel, { device }) =>
    panel.get(`/api/permission-to-set?${new URLSearchParams({ ...device, measurepointId: points[pointClass] })}`)

const page = (panel: Panel, path: string) => fetch(panel.url + path, { headers: cookieOf(panel), redirect: 'manual' })

/** Every row of panelEndpoints; whether a point may be set is asked for each class. */
export const panelCalls = {
  session: (panel) => panel.get('/api/session'),
  signInWays: (panel) => panel.get('/api/sign-in'),
  signIn: async (_panel, { signIn }) => (await signIn()).answer,
  // Of a session that nobody needs any more.
  signOut: async (panel, { signIn }) =>
    (panel.cookie === undefined ? panel : (await signIn()).panel).post('/api/sign-out', {}),
  signInElsewhere: (panel) => page(panel, '/api/sign-in/oidc'),
  signedInElsewhere: (panel) => page(panel, '/api/sign-in/oidc/callback?code=c&state=s'),
  permissionToSet: permissionOf('routine'),
  policy: (panel) => panel.get('/api/policy'),
  gateway: (panel) => panel.get('/api/gateway'),
  listOperations: (panel) => panel.get('/api/operations'),
  exportOperations: (panel) => panel.get('/api/operations/export?format=jsonl'),
  getOperation: (panel, { operationId }) => panel.get(`/api/operations/${operationId}`),
  acknowledgeOperation: (panel, { unknownId }) =>
    panel.post(`/api/operations/${unknownId}/acknowledge`, { reason: 'I looked' }),
  changes: (panel) => panel.get('/api/changes?after=0'),
  events: (panel) => panel.get('/api/events?after=0'),
} satisfies Record<keyof typeof panelEndpoints, Ask>

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EndpointName, endpoints, isTokenCall } from '#contract/enos/endpoints.ts'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import { failures } from '#contract/enos/failures.ts'
import { panelEndpoints, panelHeaders } from '#contract/panel/panel-endpoints.ts'
import { type Role, roles } from '#contract/panel/role.ts'
import { addPerson, goodPassword } from './people/people.suite.ts'
import { commandIdOf, startPlantGateway, treeId } from './plant-gateway.suite.ts'
import { gatewayFor, newDirectory, orgId, type panelOf, runProxy } from './running-proxy.suite.ts'
import { writePolicy } from './write-policy.suite.ts'

type Panel = ReturnType<typeof panelOf>
interface Call {
  title: string
  /** The least role that may make it; null: nobody at all, by any role. */
  least: Role | null
  make(panel: Panel): Promise<Response>
}

/** The policy: p is routine, q asks for a confirmation, r is critical. */
const policy = {
  pointClasses: [
    { rule: 'Pressure', points: ['q'], class: 'confirm' },
    { rule: 'Trip', points: ['r'], class: 'critical' },
  ],
}
const shown = encodeURIComponent(
  JSON.stringify({
    ...{ deviceName: 'h1', pointName: '', unit: '', dataType: 'DOUBLE', beforeText: '', afterText: '', beforeTime: 0 },
    sentence: 'Set it',
  }),
)
const send =
  (point: string, headers = {}) =>
  (panel: Panel) =>
    panel.set({
      query: { assetId: 'h1', measurepointId: point },
      headers: { [panelHeaders.shown]: shown, [panelHeaders.reason]: 'because', ...headers },
    })

/** Called directly, as a program without the panel would. */
const enos = (name: EndpointName, query: Record<string, string>, body?: object) => (panel: Panel) => {
  const { method, path, action } = endpoints[name]
  const address = `${path}?${new URLSearchParams({ action: action ?? '', orgId, ...query })}`
  return method === 'GET' ? panel.get(address) : panel.post(address, body ?? null)
}
/** A POST without a body. */
const bare = (name: EndpointName, query: Record<string, string>) => (panel: Panel) => {
  const { path, action } = endpoints[name]
  const address = `${panel.url}${path}?${new URLSearchParams({ action: action ?? '', orgId, ...query })}`
  return fetch(address, { method: 'POST', headers: panel.cookie ? { cookie: panel.cookie } : {} })
}
const own = (address: string) => (panel: Panel) => panel.get(address)

const h1 = { assetId: 'h1' }
let unknownId = ''
/** Its stream is left at once. */
const stream = async (panel: Panel) => {
  const answer = await panel.get(panelEndpoints.events.path)
  await answer.body?.cancel()
  return answer
}

/** Each EnOS call that the proxy knows; a new row of the table does not compile without its cell here. */
const enosCalls: Record<
  Exclude<EndpointName, 'getToken' | 'refreshToken' | 'setMeasurepoint'>,
  [Role, Call['make']]
> = {
  getCommand: ['viewer', enos('getCommand', { ...h1, commandId: commandIdOf('h1') })],
  searchCommand: ['viewer', enos('searchCommand', h1, {})],
  cancelCommand: ['operator', bare('cancelCommand', h1)],
  searchDevice: ['viewer', enos('searchDevice', {}, {})],
  getDevice: ['viewer', enos('getDevice', h1)],
  searchAsset: ['viewer', enos('searchAsset', {}, {})],
  searchRelatedAsset: ['viewer', enos('searchRelatedAsset', { treeId }, {})],
  getAsset: ['viewer', enos('getAsset', h1)],
  getThingModel: ['viewer', enos('getThingModel', { modelId: 'Heater' })],
  searchThingModel: ['viewer', enos('searchThingModel', {}, {})],
  queryLatest: ['viewer', enos('queryLatest', h1, {})],
}

const calls: Call[] = [
  ...Object.entries(enosCalls).map(([title, [least, make]]) => ({ title, least, make })),
  { title: 'setMeasurepoint of a routine point', least: 'operator', make: send('p') },
  { title: 'setMeasurepoint of a confirm point', least: 'operator', make: send('q') },
  { title: 'setMeasurepoint of a critical point', least: 'engineer', make: send('r') },
  { title: 'getToken', least: null, make: (panel) => panel.post(endpoints.getToken.path, {}) },
  { title: 'refreshToken', least: null, make: (panel) => panel.post(endpoints.refreshToken.path, {}) },
  { title: 'session', least: 'viewer', make: own(panelEndpoints.session.path) },
  {
    title: 'permissionToSet',
    least: 'viewer',
    make: own(`${panelEndpoints.permissionToSet.path}?assetId=h1&measurepointId=r`),
  },
  { title: 'policy', least: 'administrator', make: own(panelEndpoints.policy.path) },
  { title: 'gateway', least: 'viewer', make: own(panelEndpoints.gateway.path) },
  { title: 'listOperations', least: 'viewer', make: own(panelEndpoints.listOperations.path) },
  { title: 'exportOperations', least: 'viewer', make: own(panelEndpoints.exportOperations.path) },
  { title: 'getOperation', least: 'viewer', make: (panel) => panel.get(`/api/operations/${unknownId}`) },
  {
    title: 'acknowledgeOperation',
    least: 'operator',
    make: (panel) => panel.post(`/api/operations/${unknownId}/acknowledge`, { reason: 'looked' }),
  },
  { title: 'events', least: 'viewer', make: stream },
]

const gateway = await startPlantGateway()
const dataDirectory = newDirectory()
for (const role of roles) await addPerson(dataDirectory, role, role)
const proxy = await runProxy(gateway.address, {
  dataDirectory,
  gateways: [{ ...gatewayFor(gateway.address), treeIds: [treeId] }],
  policyFile: writePolicy(policy),
})
const panels = new Map<Role, Panel>()

beforeAll(async () => {
  for (const role of roles) panels.set(role, (await proxy.signIn(role, goodPassword)).panel)
  const answering = gateway.scripts.setMeasurepoint
  gateway.scripts.setMeasurepoint = (_received, response) => void response.socket?.destroy()
  const key = randomUUID()
  const lost = await panels.get('operator')?.set({ key, query: { assetId: 'h2' } })
  unknownId = lost?.headers.get(panelHeaders.operation) ?? ''
  expect(unknownId).not.toBe('')
  if (answering) gateway.scripts.setMeasurepoint = answering
})
afterAll(async () => {
  await proxy.stop()
  await gateway.stop()
})

const cells = calls.flatMap(({ title, least, make }) =>
  roles.map((role) => {
    const may = least !== null && roles.indexOf(role) >= roles.indexOf(least)
    return { title, role, may, least, make }
  }),
)

describe('role × call', () => {
  it.each(cells)('$role → $title: $may', async ({ role, may, least, make }) => {
    const panel = panels.get(role)
    if (!panel) throw new Error('nobody is signed in')
    const before = gateway.received.length
    const answer = await make(panel)
    if (may) {
      expect(answer.status).toBe(200)
      return
    }
    const { code, data } = envelopeSchema.parse(await answer.json())
    // Nothing of what a person may not do reaches the gateway.
    expect(gateway.received.length).toBe(before)
    if (least === null) expect(code).toBe(failures.callNotAllowed.code)
    else
      expect([answer.status, code, data]).toEqual([
        403,
        failures.rightMissing.code,
        expect.objectContaining({ role: least }),
      ])
  })

  it.each(calls)('nobody → $title: false', async ({ make }) => {
    const before = gateway.received.length
    const answer = await make(proxy)
    expect([401, 404]).toContain(answer.status)
    expect(gateway.received.length).toBe(before)
  })

  it('knows every call of the endpoint table', () => {
    const known = (Object.keys(endpoints) as EndpointName[]).filter((name) => !isTokenCall(name)).sort()
    expect([...Object.keys(enosCalls), 'setMeasurepoint'].sort()).toEqual(known)
  })
})

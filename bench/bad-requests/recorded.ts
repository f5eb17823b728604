import { type EndpointName, endpoints } from '../../src/contract/enos/endpoints.ts'
import { panelEndpoints } from '../../src/contract/panel/panel-endpoints.ts'
import { signedHeaders, tokenBody } from '../../src/proxy/enos/sign.ts'
import { type HttpRequest, sayable } from './bad-http.ts'
import type { Programs } from './programs.ts'

const json = { 'content-type': 'application/json' }

/** One call of each row, about a device that is there. None of them can change anything: the value is of a wrong type. */
function calls({ fleet }: Programs): [EndpointName, Record<string, string>, string][] {
  const assetId = fleet.devices[0]?.assetId ?? ''
  const commandId = '2500000000000000001'
  return [
    [
      'setMeasurepoint',
      { assetId, measurepointId: fleet.point, timeout: '1', pendingTtl: '0' },
      '{"value":{"a":"text"}}',
    ],
    ['getCommand', { assetId, commandId }, ''],
    ['searchCommand', { assetId }, '{"pagination":{"pageNo":1,"pageSize":10}}'],
    ['cancelCommand', { assetId, commandId }, ''],
    ['searchDevice', {}, '{"expression":"deviceKey like \'x%\'","pagination":{"pageNo":1,"pageSize":10}}'],
    ['getDevice', { assetId }, ''],
    ['searchAsset', {}, '{"pagination":{"pageNo":1,"pageSize":10}}'],
    ['searchRelatedAsset', { treeId: fleet.assetTrees[0]?.treeId ?? '' }, '{"filter":{"isChildOfAssetId":""}}'],
    ['getAsset', { assetId }, ''],
    ['getThingModel', { modelId: fleet.thingModels[0]?.modelId ?? '' }, ''],
    ['searchThingModel', {}, '{"pagination":{"pageNo":1,"pageSize":2}}'],
    ['queryLatest', { assetId }, `{"measurepointIds":["${fleet.point}"]}`],
  ]
}

const recordedCalls = (programs: Programs): HttpRequest[] =>
  calls(programs).map(([name, parameters, body]) => {
    const { method, path, action } = endpoints[name]
    const { orgId } = programs.fleet
    const query = Object.entries({ ...(action ? { action } : {}), orgId, ...parameters })
    return { method, path, query, headers: method === 'GET' ? {} : json, body }
  })

/**
 * What a panel asks the proxy, of somebody who is signed in and of a stranger. The sets carry no idempotency key, so
 * that none can be recorded.
 */
export function recordedAtProxy(programs: Programs): HttpRequest[] {
  const query = Object.entries({ limit: '5', text: 'x', outcome: 'unknown', cursor: '5', measurepointId: 'x' })
  const own = Object.values(panelEndpoints).map(({ method, path }) => ({
    method,
    path: path.replace(':id', 'no-such-operation'),
    query: method === 'GET' ? query : [],
    headers: method === 'GET' ? {} : json,
    body: method === 'GET' ? '' : '{"reason":"none"}',
  }))
  const all = [...own, ...recordedCalls(programs)]
  const { cookie } = programs
  const whileSignedIn = all.filter(({ path }) => path !== panelEndpoints.signOut.path)
  return [...all, ...whileSignedIn.map((request) => ({ ...request, headers: { ...request.headers, cookie } }))]
}

/** A token of the gateway, as the proxy gets it (§4.1). */
export async function accessToken({ connectUrl, application }: Programs): Promise<string> {
  const body = tokenBody(application, Date.now())
  const answer = await fetch(connectUrl + endpoints.getToken.path, { method: 'POST', body, headers: json })
  return String(Object(await answer.json()).data.accessToken)
}

/** A request signed as the gateway wants it (§4.2), whatever it asks: it gets beyond the signature. */
export function signed({ application }: Programs, token: string, request: HttpRequest): HttpRequest {
  const query = request.query.map(([name, text]): [string, string] => [sayable(name), sayable(text)])
  const call = { accessToken: token, query, body: request.body, timestamp: Date.now() }
  return { ...request, headers: { ...request.headers, ...signedHeaders(application, call) } }
}

/** What the proxy asks the gateway. */
export const recordedAtConnect = (programs: Programs): HttpRequest[] => recordedCalls(programs)

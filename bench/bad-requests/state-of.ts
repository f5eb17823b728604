import { endpoints } from '../../src/contract/enos/endpoints.ts'
import { urlOf } from './bad-http.ts'
import type { Programs } from './programs.ts'
import { accessToken, signed } from './recorded.ts'

/** Everything that requests could have changed, as text: operations, devices, commands, reported values. */
export async function stateOf(programs: Programs): Promise<string> {
  const { fleet, proxyUrl, connectUrl, cookie } = programs
  const token = await accessToken(programs)

  async function ask(
    name: 'searchDevice' | 'searchCommand' | 'queryLatest',
    query: Record<string, string>,
    body: string,
  ) {
    const { method, path, action } = endpoints[name]
    const request = signed(programs, token, {
      method,
      path,
      query: Object.entries({ action, orgId: fleet.orgId, ...query }),
      headers: { 'content-type': 'application/json' },
      body,
    })
    const answer = await fetch(connectUrl + urlOf(request), { method, headers: request.headers, body })
    const { code, msg, data } = Object(await answer.json())
    if (code !== 0) throw new Error(`${name}: ${msg}`)
    return data
  }

  const operations = await (await fetch(`${proxyUrl}/api/operations?limit=200`, { headers: { cookie } })).json()
  const devices: Record<string, unknown>[] = await ask('searchDevice', {}, '{"pagination":{"pageNo":1,"pageSize":200}}')
  // A device that signs in is taken for active and online, whatever it says then.
  const lives = devices.map(({ lastOnlineTime, lastOfflineTime, activeTime, status, ...rest }) => rest)
  const ofDevices = []
  for (const { assetId } of fleet.devices.slice(0, 5)) {
    ofDevices.push(await ask('searchCommand', { assetId }, '{}'), await ask('queryLatest', { assetId }, '{}'))
  }
  return JSON.stringify({ operations, devices: lives, ofDevices })
}

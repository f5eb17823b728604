import http from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endpoints, isTokenCall } from '#contract/enos/endpoints.ts'
import { orgId, runProxy } from '../running-proxy.suite.ts'
import { commandId, envelope, type ScriptedGateway, startScriptedGateway, text } from '../scripted-gateway.suite.ts'

let gateway: ScriptedGateway
let proxy: Awaited<ReturnType<typeof runProxy>>

beforeAll(async () => {
  gateway = await startScriptedGateway()
  proxy = await runProxy(gateway.address)
})
beforeEach(() => {
  gateway.received.length = 0
  gateway.scripts.setMeasurepoint = envelope(0, { commandId })
})
afterAll(async () => {
  await proxy.stop()
  await gateway.stop()
})

const commands = '/connect-service/v2.1/commands'
const query = `orgId=${orgId}&assetId=Ab3dE9xQ`

/** A request as any program could make it: fetch would not let us write Host or Sec-Fetch-Site. */
function raw(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<{ status: number; body: string; headers: http.IncomingHttpHeaders }>((resolve, reject) => {
    const { port } = new URL(proxy.url)
    const request = http.request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let read = ''
      response.on('data', (part) => {
        read += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: read, headers: response.headers }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

const codeOf = ({ body }: { body: string }): number => JSON.parse(body).code

const rawDataAsked = JSON.stringify({ assetIds: 'a', pointIds: 'p', startTime: '1', endTime: '2' })

describe('the allow-list', () => {
  it('lets every row of the endpoint table through, signed, with its answer as it came', async () => {
    const odd = '{ "code":0, "msg":"OK", "data":null, "digits": 1.00 }'
    const called: string[] = []
    for (const [name, { method, path, action, body }] of Object.entries(endpoints)) {
      if (name === 'setMeasurepoint' || name === 'getToken' || name === 'refreshToken') continue
      gateway.scripts[action ?? ''] = text(odd)
      const more = '&assetId=a&treeId=t&modelId=m&commandId=1&measurepointId=p'
      const init = {
        method,
        ...(body
          ? { body: name === 'getRawData' ? rawDataAsked : '{}', headers: { 'content-type': 'application/json' } }
          : {}),
      }
      const answer = await fetch(`${proxy.url}${path}?${action ? `action=${action}&` : ''}orgId=${orgId}${more}`, init)
      expect([name, await answer.text()]).toEqual([name, odd])
      called.push(`${method} ${path} ${action ?? ''}`)
    }
    const seen = gateway.received.filter(({ action }) => action !== 'token')
    expect(seen.map(({ method, path, action }) => `${method} ${path} ${action}`)).toEqual(called)
    expect(seen.every(({ headers }) => headers['apim-signature'])).toBe(true)
  })

  it.for([
    ['a token call', 'POST', endpoints.getToken.path],
    ['another token call', 'POST', endpoints.refreshToken.path],
    ['another action', 'POST', `${commands}?action=invokeService&${query}`],
    ['no action', 'POST', `${commands}?${query}`],
    ['another method', 'GET', `${commands}?action=setMeasurepoint&${query}`],
    ['another method of the same path', 'DELETE', `${commands}?action=get&${query}`],
    ['another path', 'GET', '/connect-service/v2.1/products?action=get'],
    ['another spelling of a path', 'GET', `/connect-service/v2.1/comm%61nds?action=get&${query}`],
    ['a path above', 'GET', '/connect-service/v2.1/x/../commands?action=get'],
    ['no path of ours', 'GET', '/etc/passwd'],
  ])('refuses %s', async ([, method = '', path = '']) => {
    const answer = await raw(path, { method })
    expect([answer.status, codeOf(answer)]).toEqual([404, 60023])
    expect(gateway.received).toEqual([])
  })

  it('knows which rows hand out tokens', () => {
    expect(isTokenCall('getToken') && isTokenCall('refreshToken') && !isTokenCall('setMeasurepoint')).toBe(true)
  })
})

describe('a set call', () => {
  it.for([
    ['another organisation', { query: { orgId: 'o2' } }, 200, 99403],
    ['a time-out that is not allowed', { query: { timeout: '61' } }, 400, 11404],
    ['half a device', { query: { productKey: 'pk' } }, 400, 99400],
    ['no point', { query: { measurepointId: '' } }, 400, 99400],
    ['a body that is no JSON', { body: '{"value":01}' }, 400, 99400],
    ['a body without a value', { body: '{}' }, 400, 99400],
    ['a second member', { body: '{"value":1,"other":2}' }, 400, 99400],
    ['two values', { body: '{"value":1,"value":2}' }, 400, 99400],
    ['no body', { body: '' }, 400, 99400],
    ['a body beyond 64 kB', { body: `{"value":"${'x'.repeat(65_536)}"}` }, 413, 413],
    ['a form’s content type', { headers: { 'content-type': 'text/plain' } }, 400, 99400],
    ['a short key', { key: 'short' }, 400, 60020],
    ['a long key', { key: 'x'.repeat(129) }, 400, 60020],
    ['a key with a blank', { key: 'with a blank' }, 400, 60020],
    ['what was shown, unreadable', { headers: { 'setpoint-shown': '%7B' } }, 400, 99400],
    ['what was shown, incomplete', { headers: { 'setpoint-shown': '%7B%7D' } }, 400, 99400],
  ] as const)('with %s is refused before anything is recorded', async ([, options, status, code]) => {
    const before = (await proxy.operations()).items.length
    const answer = await proxy.set(options)
    expect(await answer.json()).toMatchObject({ code, submsg: null, requestId: expect.any(String), data: null })
    expect(answer.status).toBe(status)
    expect((await proxy.operations()).items).toHaveLength(before)
    expect(gateway.calls('setMeasurepoint')).toEqual([])
  })

  it.for([
    '1.0',
    '123456789012345678901.10',
    '-0',
    '1e400',
    '"Grüße 温度 \\u0000"',
    '[1.50, 2]',
    '{"low": 5.0}',
    'false',
  ])('passes %s on byte for byte', async (value) => {
    const body = `{ "value" :${value}}`
    const { id } = await proxy.outcomeOf({ body, query: { deviceKey: 'dk Ümlaut/1+', productKey: 'pk&=' } })
    const [sent] = gateway.calls('setMeasurepoint')
    expect(sent?.body).toBe(body)
    expect(sent?.query.get('deviceKey')).toBe('dk Ümlaut/1+')
    expect(sent?.query.get('productKey')).toBe('pk&=')
    expect(await proxy.operation(id)).toMatchObject({ body, deviceKey: 'dk Ümlaut/1+', outcome: 'done' })
  })

  it('keeps what the person was shown, however long and in whatever script', async () => {
    const long = '温'.repeat(256)
    const shown = {
      ...{ deviceName: long, pointName: long, unit: '°C', dataType: 'DOUBLE', beforeText: long, afterText: long },
      ...{ beforeTime: 5, sentence: '温'.repeat(1024) },
    }
    const headers = { 'setpoint-shown': encodeURIComponent(JSON.stringify(shown)) }
    expect(await proxy.outcomeOf({ headers })).toMatchObject({ shown })
  })

  it('refuses a key that stands for something else, with 409', async () => {
    const key = `conflict-${crypto.randomUUID()}`
    await proxy.set({ key })
    const answer = await proxy.set({ key, body: '{"value":2}' })
    expect([answer.status, codeOf({ body: await answer.text() })]).toEqual([409, 60021])
  })

  it('sends once for fifty at the same time', async () => {
    const key = `fifty-${crypto.randomUUID()}`
    const answers = await Promise.all(Array.from({ length: 50 }, () => proxy.set({ key })))
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.get('setpoint-operation'))).size).toBe(1)
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  })
})

describe('strangers', () => {
  const json = { 'content-type': 'application/json', 'idempotency-key': 'stranger-key' }
  const set = `${commands}?action=setMeasurepoint&measurepointId=p&${query}`

  it.for(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example', '192.168.1.5', 'localhost.evil.example'])(
    'calling this machine %s get nothing',
    async (host) => {
      const answer = await raw('/api/session', { headers: { host } })
      expect([answer.status, codeOf(answer)]).toEqual([403, 60024])
      expect(answer.body).not.toContain(orgId)
    },
  )

  it.for(['localhost', 'localhost:5173', '127.0.0.1:1', '[::1]:8787'])('calling it %s are let in', async (host) => {
    expect((await raw('/api/session', { headers: { host } })).status).toBe(200)
  })

  it.for<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('on a page with %o may not set', async (headers) => {
    const answer = await raw(set, { method: 'POST', body: '{"value":1}', headers: { ...json, ...headers } })
    expect([answer.status, codeOf(answer)]).toEqual([403, 60024])
    expect(gateway.calls('setMeasurepoint')).toEqual([])
  })

  it.for<Record<string, string>>([
    { origin: 'http://localhost:5173' },
    { origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'same-origin' },
  ])('but our own page with %o may', async (headers) => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const answer = await raw(set, { method: 'POST', body: '{"value":1}', headers: { ...json, ...key, ...headers } })
    expect(answer.status).toBe(200)
  })

  it('are told what a page may load, whatever the answer', async () => {
    for (const path of ['/api/session', '/nowhere', '/api/operations/none']) {
      const { headers } = await raw(path)
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })
})

describe('the proxy’s own calls', () => {
  it.for([
    ['/api/operations/none', 404, 60022],
    ['/api/operations?limit=0', 400, 99400],
    ['/api/operations?outcome=lost', 400, 99400],
    ['/api/operations?cursor=x', 400, 99400],
    ['/api/operations?limit=1&limit=2', 400, 99400],
    ['/api/other', 404, 60023],
  ] as const)('answer %s with %d and %d', async ([path, status, code]) => {
    const answer = await raw(path)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  it('tell the gateway’s failures of a look-up in the shape of EnOS', async () => {
    gateway.scripts.get = text('<html>', 503)
    const answer = await raw(`${commands}?action=get&commandId=1&${query}`)
    expect([answer.status, codeOf(answer)]).toEqual([503, 503])
  })
})

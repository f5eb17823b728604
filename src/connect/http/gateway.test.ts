import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#contract/enos/endpoints.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { startSmall } from '../start-connect.test-support.ts'
import type { Connect } from '../start-connect.ts'
import { type HttpAnswer, sendRaw, sendToken, signedHeaders, signIn, tokenBody } from './signed-client.test-support.ts'

let connect: Connect
let accessToken: string
beforeAll(async () => {
  connect = await startSmall()
  accessToken = Object((await sendToken(connect.url, tokenBody('panel', 'panel-secret'))).json.data).accessToken
})
afterAll(() => connect.stop())

const number = (value: number) => new ExactNumber(String(value))
const devices = endpoints.searchDevice.path
const query = 'action=search&orgId=o1'
const appSecret = 'panel-secret'
const headersFor = (body: string, more: { query?: string; timestamp?: number } = {}) =>
  signedHeaders({ accessToken, appSecret, query, body, ...more })
const search = (
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer> = '{}',
  url = `${devices}?${query}`,
) => sendRaw(connect.url + url, { headers, body })

function expectRefused({ status, json }: HttpAnswer, http: number, code: number, msg: string): void {
  expect(json).toEqual({
    code: number(code),
    msg: expect.stringContaining(msg),
    submsg: null,
    requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    data: null,
  })
  expect(status).toBe(http)
}

describe('the gateway', () => {
  it('serves a signed call in the core spec’s shape', async () => {
    const { status, json } = await search(headersFor('{}'))
    expect(status).toBe(200)
    expect(json).toMatchObject({ code: number(0), msg: 'Success', submsg: null })
    expect(json.requestId).toMatch(/^[0-9a-f]{32}$/)
    expect(json.pagination).toEqual({ pageNo: number(1), pageSize: number(10), totalSize: number(3), sortedBy: null })
  })

  it.each(['apim-accesstoken', 'apim-signature', 'apim-timestamp'])('refuses a call without %s', async (name) => {
    const headers = headersFor('{}')
    delete headers[name]
    expectRefused(await search(headers), 401, 401, `Invalid authentication credentials: the header ${name} is missing`)
  })

  it('refuses a signature over another body, query, time or secret', async () => {
    const refused = 'the signature does not fit the call'
    expectRefused(await search(headersFor('{} ')), 401, 401, refused)
    expectRefused(await search(headersFor('{}', { query: `${query}&x=1` })), 401, 401, refused)
    expectRefused(await search({ ...headersFor('{}'), 'apim-timestamp': '1700000000000' }), 401, 401, refused)
    const foreign = signedHeaders({ accessToken, appSecret: 'limited-secret', query, body: '{}' })
    expectRefused(await search(foreign), 401, 401, refused)
  })

  it('refuses a token that nobody was given', async () => {
    const headers = signedHeaders({ accessToken: 'APIM_x', appSecret, query, body: '{}' })
    expectRefused(await search(headers), 401, 401, 'the access token is unknown')
  })

  it('refuses a clock that is more than 15 minutes off, and says how far', async () => {
    expect((await search(headersFor('{}', { timestamp: Date.now() - 14 * 60_000 }))).status).toBe(200)
    const late = await search(headersFor('{}', { timestamp: Date.now() - 16 * 60_000 }))
    expectRefused(late, 401, 401, "s behind the gateway's clock; at most 900 s are allowed")
  })

  it('reads parameters decoded, ignores empty parts, and takes the first of a repeated one', async () => {
    const parts = 'action=search&&orgId=o1&orgId=o2&'
    const answer = await search(headersFor('{}', { query: parts }), '{}', `${devices}?${parts}`)
    expect(answer.json.code).toEqual(number(0))
  })

  it('signs the exact bytes of a body, with blanks, line feeds and every script', async () => {
    const body = '{\n  "expression": "deviceName.zh_CN like \'加热器\'"\n}'
    const { json } = await search(headersFor(body), body)
    expect(json.data).toMatchObject([{ deviceKey: 'dk1' }])
  })

  it('refuses a body that is no UTF-8, and one of more than a megabyte', async () => {
    expectRefused(await search(headersFor(''), new Uint8Array([0xff, 0xfe])), 400, 400, 'Cannot process request body')
    const large = 'x'.repeat(1024 * 1024 + 1)
    expectRefused(await search(headersFor(large), large), 413, 413, 'Request size limit exceeded')
  })

  it('knows no other path and no other method', async () => {
    expectRefused(await search(headersFor('{}'), '{}', '/connect-service/v2.5/commands'), 404, 404, 'no such call')
    const { path } = endpoints.searchThingModel
    expectRefused(await sendRaw(connect.url + path, { method: 'PUT', body: '{}' }), 404, 404, 'no such call')
    expectRefused(await sendRaw(`${connect.url}/%zz`), 400, 400, 'Cannot process request body')
    const head = await fetch(`${connect.url}${endpoints.getAsset.path}?action=get`, { method: 'HEAD' })
    expect(head.status).toBe(404)
  })

  it('names a missing and an unknown action, but only to who signed', async () => {
    const asked = async (parts: string) => search(headersFor('{}', { query: parts }), '{}', `${devices}?${parts}`)
    expectRefused(await asked('orgId=o1'), 200, 99400, 'Invalid Argument action: action is missing')
    expectRefused(await asked('action=drop&orgId=o1'), 200, 99400, 'Invalid Argument action: action must be search')
    expectRefused(await search({}, '{}', `${devices}?action=drop`), 401, 401, 'is missing')
  })

  it('names the permission that an application lacks', async () => {
    const call = await signIn(connect.url, 'reader', 'reader-secret')
    expectRefused(
      await call('setMeasurepoint', { assetId: 'h1', measurepointId: 'temp' }, '{"value":1}'),
      200,
      99403,
      'Denied resource: Asset Control',
    )
    expectRefused(await call('getAsset', { assetId: 'h1' }), 200, 99403, 'Denied resource: Asset Read')
    expectRefused(await call('getThingModel', { modelId: 'Heater' }), 200, 99403, 'Denied resource: Model Read')
    expect((await call('getDevice', { assetId: 'h1' })).json.code).toEqual(number(0))
  })

  it('names a missing and an unknown organization', async () => {
    const asked = async (parts: string) => search(headersFor('{}', { query: parts }), '{}', `${devices}?${parts}`)
    expectRefused(await asked('action=search'), 200, 99400, 'Invalid Argument orgId: orgId is missing')
    expectRefused(await asked('action=search&orgId=o9'), 200, 99400, 'Invalid Argument orgId: orgId does not exist')
  })

  it('refuses a body that is no JSON or not of the right kind', async () => {
    const asked = (body: string) => search(headersFor(body), body)
    expectRefused(await asked('{"expression"'), 200, 99400, 'Invalid Argument body: ')
    expectRefused(await asked('[]'), 200, 99400, 'Invalid Argument body: body must be object')
    expectRefused(await asked('{"expression":5}'), 200, 99400, 'Invalid Argument expression: expression must be string')
    expectRefused(
      await asked('{"pagination":{"pageNo":0}}'),
      200,
      99400,
      'Invalid Argument pagination.pageNo: pagination.pageNo must be at least 1',
    )
    expect((await asked('')).json.code).toEqual(number(0))
  })
})

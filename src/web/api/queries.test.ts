import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { sessionQuery } from './queries.ts'

const session = {
  person: { id: 'u', name: 'U', role: 'viewer', assetIds: [], kind: 'builtIn' },
  signIn: null,
  gateways: [{ id: 'g', name: 'G', kind: 'embedded', orgId: 'o', treeIds: [], address: 'http://g' }],
  draftMaxAge: 60,
  time: 1_000_000,
  version: '1',
}
const answered = (status: number, body: unknown, heardAt: number) =>
  Promise.resolve(Object.assign(new Response(JSON.stringify(body), { status }), { heardAt }))
const ask = () => new QueryClient().fetchQuery({ ...sessionQuery(), retry: false })

beforeEach(() => {
  vi.stubGlobal('location', { pathname: '/' })
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('dispatchEvent', () => true)
  vi.stubGlobal('fetch', () => answered(200, { ...session, version: '2' }, 0))
})
afterEach(() => {
  vi.unstubAllGlobals()
  globalThis.earlySession = undefined
})

it('takes the answer that came before the code, with the server’s clock as of now, once', async () => {
  globalThis.earlySession = answered(200, session, Date.now() - 7000)
  const early = await ask()
  expect(early.version).toBe('1')
  expect(early.time - session.time).toBeGreaterThanOrEqual(7000)
  expect(await ask()).toEqual({ ...session, version: '2' })
})

it('an early answer that nobody is signed in, or none at all, is a failure like any other', async () => {
  globalThis.earlySession = answered(401, { code: 99401, msg: 'sign in', data: null }, 0)
  await expect(ask()).rejects.toBeInstanceOf(Failure)
  globalThis.earlySession = Promise.reject(new TypeError('no network'))
  await expect(ask()).rejects.toMatchObject({ failure: 'proxyUnreachable' })
  expect(await ask()).toMatchObject({ version: '2' })
})

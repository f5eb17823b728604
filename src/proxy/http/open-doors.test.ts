import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, isTokenCall } from '#contract/enos/endpoints.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import { addPerson, goodPassword } from '../people/people.suite.ts'
import { newDirectory, runProxy } from '../running-proxy.suite.ts'

/** Every route that the proxy registers, whoever does it, from its very beginning. */
const routes: RouteOptions[] = []
const listen = (message: unknown): void => {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook('onRoute', (route) => {
    routes.push(route)
  })
}

let proxy: Awaited<ReturnType<typeof runProxy>>
beforeAll(async () => {
  const webDirectory = join(newDirectory(), 'web')
  mkdirSync(webDirectory, { recursive: true })
  writeFileSync(join(webDirectory, 'index.html'), '<title>Setpoint</title>')
  subscribe('fastify.initialization', listen)
  proxy = await runProxy('http://127.0.0.1:1', { webDirectory })
  unsubscribe('fastify.initialization', listen)
  await addPerson(proxy.config.dataDirectory, 'ann')
})
afterAll(() => proxy.stop())

const call = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(proxy.url + path, { method, headers, redirect: 'manual' })
  const text = await answer.text()
  return { status: answer.status, text, code: text.startsWith('{') ? JSON.parse(text).code : undefined }
}
const pathOf = (url: string) => url.replace(/:\w+/g, 'some-id').replace('*', 'some/file')

describe('without a session', () => {
  it('every route of the proxy refuses, but the ways to sign in, the panel’s files, its health and, on this machine, its figures', async () => {
    const open: string[] = []
    for (const { method, url } of routes) {
      for (const one of [method].flat()) {
        const { status, code } = await call(one, pathOf(url))
        if (status !== 401 || code !== (one === 'HEAD' ? undefined : 60030)) open.push(`${one} ${url}`)
      }
    }
    const told = ['GET /health', 'GET /health/live', 'GET /metrics']
    expect(open.sort()).toEqual(['GET /*', 'GET /api/sign-in', 'POST /api/sign-in', ...told].sort())
  })

  it('every call of both tables is refused, by whatever route it would go', async () => {
    const panelCalls = Object.entries(panelEndpoints).filter(([name]) => !name.startsWith('sign') || name === 'signOut')
    for (const [name, { method, path }] of panelCalls) {
      expect([name, (await call(method, pathOf(path))).code]).toEqual([name, 60030])
    }
    for (const [name, { method, path, action }] of Object.entries(endpoints)) {
      const refusal = (await call(method, `${path}?action=${action}&orgId=o`)).code
      expect([name, refusal]).toEqual([name, 60030])
    }
    expect(routes.length).toBeGreaterThan(10)
  })

  it.for([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/nothing'],
    ['GET', '/api/sign-in/nothing'],
    ['GET', '/%61pi/session'],
    ['GET', '/api/%73ession'],
    ['DELETE', '/api/sign-in'],
    ['POST', '/api/nothing'],
    ['GET', '/connect-service/v9/nothing'],
    ['POST', '/asset-service/nothing'],
    ['POST', '/'],
    ['PUT', '/index.html'],
  ] as const)('%s %s, which no route answers, is refused too', async ([method, path]) => {
    expect((await call(method, path, { accept: 'text/html' })).code).toBe(60030)
  })

  it.for(['//api/session', '/./api/session', '/x/../api/session', '/api\\session', '/API/session'])(
    '%s tells nothing of the session',
    async (path) => {
      expect((await call('GET', path)).text).not.toContain('gateways')
    },
  )

  it('the panel itself is served, so that one can sign in', async () => {
    for (const path of ['/', '/index.html', '/devices/a/points/b']) {
      expect((await call('GET', path, { accept: 'text/html' })).text).toBe('<title>Setpoint</title>')
    }
  })

  it.for([
    'setpoint=',
    'setpoint=x',
    `setpoint=${'A'.repeat(43)}`,
    `__Host-setpoint=${'A'.repeat(43)}`,
    'setpoint=%00',
  ])('the cookie %s is nobody’s', async (cookie) => {
    expect((await call('GET', '/api/session', { cookie })).code).toBe(60030)
  })
})

describe('with a session', () => {
  it('every call that is not for tokens gets past the doors', async () => {
    const { panel } = await proxy.signIn('ann', goodPassword)
    for (const [name, { path, method, action }] of Object.entries(endpoints)) {
      const { code } = await call(method, `${path}?action=${action}&orgId=o`, { cookie: panel.cookie ?? '' })
      expect([name, code === 60030]).toEqual([name, false])
      if (isTokenCall(name as keyof typeof endpoints)) expect(code).toBe(60023)
    }
  })
})

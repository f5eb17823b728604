import Fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { createFigures } from '#service/create-figures.ts'
import { createReadiness } from '#service/readiness.ts'
import { serviceRoutes } from '#service/service-routes.ts'
import { createAdmission } from './create-admission.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A server that listens and has not taken up yet what was left open. */
async function start() {
  const app = Fastify()
  const figures = createFigures('proxy', 'test')
  stops.push(figures.stop, () => app.close())
  const readiness = createReadiness(async () => {})
  let arrived = 0
  app.addHook('onRequest', async ({ url }) => {
    if (url === '/call') arrived += 1
  })
  const admission = createAdmission(app, readiness)
  serviceRoutes(app, { figures, readiness, access: { token: null, isBehindOthers: false } })
  let calls = 0
  app.get('/call', async () => {
    calls += 1
    return 'answered'
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const health = async (path = '/health') => {
    const answer = await fetch(url + path)
    return [answer.status, await answer.json()]
  }
  const call = () => fetch(`${url}/call`)
  /** A call that has arrived. */
  const waitingCall = async () => {
    const answer = call()
    await expect.poll(() => arrived).toBe(1)
    return { answer }
  }
  return { admission, health, call, waitingCall, calls: () => calls }
}

const because = (why: string) => [503, { live: true, ready: false, why }]

describe('a server that listens', () => {
  it('is alive and starting at first, and calls wait till it is ready', async () => {
    const { admission, health, waitingCall, calls } = await start()
    const waiting = await waitingCall()
    expect(await health()).toEqual(because('starting'))
    expect(await health('/health/live')).toEqual([200, { live: true }])
    expect(calls()).toBe(0)
    admission.begin()
    expect(await (await waiting.answer).text()).toBe('answered')
    expect(await health()).toEqual([200, { live: true, ready: true }])
  })

  it('turns calls away while it stops, and keeps no connection open', async () => {
    const { admission, health, call, calls } = await start()
    admission.begin()
    admission.end()
    expect(await health()).toEqual(because('stopping'))
    const answer = await call()
    expect([answer.status, answer.headers.get('connection'), calls()]).toEqual([503, 'close', 0])
  })

  it('tells whoever waits that the start has failed', async () => {
    const { admission, health, waitingCall } = await start()
    const waiting = await waitingCall()
    expect(await health()).toEqual(because('starting'))
    admission.refuse(new Error('no'))
    admission.end()
    expect((await waiting.answer).status).toBe(500)
  })
})

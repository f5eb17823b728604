import fastify from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { createFigures } from '#service/create-figures.ts'
import { createReadiness } from '#service/readiness.ts'
import { serviceRoutes } from '#service/service-routes.ts'
import { holdBack } from './hold-back.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

it('while the program is starting a call waits, and health says so at once; then the call is answered', async () => {
  const server = fastify()
  const figures = createFigures('connect', 'test')
  stops.push(figures.stop, () => server.close())
  const readiness = createReadiness(async () => undefined)
  const calls = holdBack(server)
  server.get('/call', async () => 'answered')
  serviceRoutes(server, { figures, readiness, access: { token: null, isBehindOthers: false } })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })

  let answer = ''
  const call = fetch(`${url}/call`).then(async (response) => {
    answer = await response.text()
  })
  const health = await fetch(`${url}/health`)
  expect([health.status, await health.json()]).toEqual([503, { live: true, ready: false, why: 'starting' }])
  expect((await fetch(`${url}/metrics`)).status).toBe(200)
  expect(answer).toBe('')
  readiness.begin()
  calls.open()
  await call
  expect(answer).toBe('answered')
  expect((await fetch(`${url}/health`)).status).toBe(200)
  expect(await (await fetch(`${url}/call`)).text()).toBe('answered')
})

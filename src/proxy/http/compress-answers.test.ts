import { brotliDecompressSync } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { compressAnswers } from './compress-answers.ts'
import { sendJson } from './write-failure.ts'

const long = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ deviceName: `WTG-${index}`, value: '1.0' })))

async function start() {
  const app = Fastify()
  await compressAnswers(app)
  app.get('/long', (_request, reply) => sendJson(reply, 200, long))
  app.get('/short', (_request, reply) => sendJson(reply, 200, '{"code":0}'))
  app.get('/lines', { config: { streamed: true } }, (_request, reply) =>
    reply.type('text/csv; charset=utf-8').send('a;b\n'.repeat(1000)),
  )
  app.post('/body', (_request, reply) => sendJson(reply, 200, '{}'))
  return app
}

test('a long answer comes compressed to who takes it so, and is the same to the letter', async () => {
  const app = await start()
  const { headers, rawPayload } = await app.inject({ url: '/long', headers: { 'accept-encoding': 'gzip, br' } })
  expect(headers['content-encoding']).toBe('br')
  expect(headers.vary).toBe('accept-encoding')
  expect(rawPayload.length).toBeLessThan(long.length / 5)
  expect(brotliDecompressSync(rawPayload).toString()).toBe(long)
  const plain = await app.inject({ url: '/long', headers: { 'accept-encoding': 'identity' } })
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, long])
})

test.each(['/short', '/lines'])('%s comes as it is', async (url) => {
  const { headers } = await (await start()).inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
  expect(headers['content-encoding']).toBeUndefined()
})

test('what comes in compressed is refused, not swollen', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const app = await start()
  const { statusCode } = await app.inject({ method: 'POST', url: '/body', headers, payload: Buffer.from([31, 139, 8]) })
  expect(statusCode).toBe(400)
})

import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createApp } from './create-app.ts'
import { sendJson } from './write-failure.ts'

test('a browser that leaves while its answer is written is no error of the log; a mistake of ours is one', async () => {
  const lines = new PassThrough()
  const app = await createApp(pino({ level: 'trace' }, lines), { host: '127.0.0.1' })
  app.post('/long', ({ raw }, reply) => {
    const answer = sendJson(reply, 200, JSON.stringify('long '.repeat(100_000)))
    raw.socket.destroy()
    return answer
  })
  app.get('/mistake', () => {
    throw new TypeError('ours')
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  await expect(
    fetch(`${url}/long`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
  ).rejects.toThrow()
  await fetch(`${url}/mistake`)
  await app.close()
  const told = String(lines.read())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ path }) => path)
    .map(({ level, path }) => [level, path])
  expect(told).toEqual([
    [20, '/long'],
    [50, '/mistake'],
  ])
})

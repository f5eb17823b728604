import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePorts } from './free-ports.ts'

it('free ports are different ones, neither promised nor in use, and can be listened at', async () => {
  const [first = 0, second = 0, third = 0] = await freePorts(3)
  const server = createServer().listen(first, '127.0.0.1')
  await once(server, 'listening')
  const more = await freePorts(3, [second])
  expect(new Set([first, second, third, ...more]).size).toBeGreaterThanOrEqual(5)
  expect(more).not.toContain(first)
  expect(more).not.toContain(second)
  server.close()
  await once(server, 'close')
})

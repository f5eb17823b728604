import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openLink, type Trouble } from './link.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A server that notes what it hears and says it back, a link before it, and somebody who is connected by that. */
async function start() {
  const heard: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      heard.push(String(bytes))
      socket.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const troubles: Trouble[] = []
  const link = await openLink('gateway', String, (trouble) => troubles.push(trouble))
  stops.push(() => server.close(), link.stop)
  link.setTarget(address !== null && typeof address === 'object' ? address.port : 0)
  const call = async (): Promise<{ socket: Socket; said: string[]; ended: string[] }> => {
    const socket = connect(link.port, '127.0.0.1')
    const said: string[] = []
    const ended: string[] = []
    socket.on('data', (bytes) => said.push(String(bytes)))
    socket.on('error', (error) => ended.push(Object(error).code))
    socket.on('close', () => ended.push('close'))
    await once(socket, 'connect')
    return { socket, said, ended }
  }
  return { heard, link, troubles, call }
}

describe('a line that can be disturbed', () => {
  it('carries bytes both ways, and an end too', async () => {
    const { heard, call } = await start()
    const { socket, said, ended } = await call()
    socket.write('one')
    await expect.poll(() => said).toEqual(['one'])
    socket.end()
    await expect.poll(() => ended).toEqual(['close'])
    expect(heard).toEqual(['one'])
  })

  it('is reset where it is cut, and says whose it was', async () => {
    const { link, troubles, call } = await start()
    const { socket, said, ended } = await call()
    socket.write('device-1')
    await expect.poll(() => said).toEqual(['device-1'])
    link.cut(0.5, true)
    await expect.poll(() => ended).toEqual(['ECONNRESET', 'close'])
    expect(troubles).toMatchObject([{ kind: 'cut', names: ['device-1'] }])
  })

  it('half open, loses what is said one way without a word, and ends in the end', async () => {
    const { heard, link, call } = await start()
    const { socket, said, ended } = await call()
    socket.write('one')
    await expect.poll(() => said).toEqual(['one'])
    const over = link.halfOpen(1, ['back'], false, 3000)
    socket.write('two')
    await expect.poll(() => heard).toEqual(['one', 'two'])
    expect(said).toEqual(['one'])
    expect(ended).toEqual([])
    await over
    await expect.poll(() => ended.at(-1)).toBe('close')
    expect(said).toEqual(['one'])
  })

  it('lets nothing overtake what was held up, when the delay is lifted in between', async () => {
    const { link, call } = await start()
    // Timers of other lengths that end in the same millisecond keep no order: often enough to meet one.
    for (let round = 0; round < 5; round++) {
      const lines = await Promise.all(Array.from({ length: 20 }, call))
      const over = link.slow(60, 30)
      await Promise.all(
        lines.map(async ({ socket }, place) => {
          await new Promise((resolve) => setTimeout(resolve, 20 + place))
          socket.write('all')
          socket.end('of it')
        }),
      )
      await over
      for (const { said, ended } of lines) {
        await expect.poll(() => ended).toEqual(['close'])
        expect(said.join('')).toBe('allof it')
      }
    }
  })

  it('refuses connections while nobody is there, and lets them in again', async () => {
    const { link, call } = await start()
    const { socket: before } = await call()
    before.destroy()
    const over = link.refuse(1000)
    await expect(call()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await over
    const { socket, said } = await call()
    socket.write('back')
    await expect.poll(() => said).toEqual(['back'])
    socket.destroy()
  })
})

import { connect } from 'node:net'
import { generate } from 'mqtt-packet'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { soon } from '../soon.test-support.ts'
import { addresses, startTestBroker } from './start-test-broker.test-support.ts'
import { demoConnect } from './test-clients.test-support.ts'

let broker: Awaited<ReturnType<typeof startTestBroker>>
beforeEach(async () => {
  broker = await startTestBroker()
})
afterEach(() => broker.stop())

const [ping, pong] = ['c000', 'd000']

/** A device that has signed in, with all that it has heard since as hex. */
async function signedIn(keepalive: number) {
  const socket = connect(broker.port, '127.0.0.1')
  socket.on('error', () => {})
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk.toString('hex')
  })
  const { clientId = '', username = '', password = '' } = demoConnect(addresses.demo.deviceKey)
  const options = { protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive } as const
  socket.write(generate({ cmd: 'connect', ...options, clientId, username, password: Buffer.from(String(password)) }))
  await soon(() => expect(broker.happened).toContain('online dkDemo01'))
  const connack = '20020000'
  await soon(() => expect(heard).toBe(connack))
  return { socket, heard: () => heard.slice(connack.length) }
}

describe('a ping', () => {
  it('is answered, alone, together with others, and in two pieces', async () => {
    const { socket, heard } = await signedIn(60)
    socket.setNoDelay(true)
    socket.write(Buffer.from(ping, 'hex'))
    await soon(() => expect(heard()).toBe(pong))
    socket.write(Buffer.from(ping + ping + ping, 'hex'))
    await soon(() => expect(heard()).toBe(pong.repeat(4)))
    socket.write(Buffer.from('c0', 'hex'))
    await new Promise((resolve) => setImmediate(resolve))
    socket.write(Buffer.from('00', 'hex'))
    await soon(() => expect(heard()).toBe(pong.repeat(5)))
    socket.destroy()
  })

  it('is none where its bytes stand within another packet', async () => {
    const { socket, heard } = await signedIn(60)
    socket.setNoDelay(true)
    // QoS 1, topic "a", packet id 0xc000: the id is a piece of its own.
    socket.write(Buffer.from('3205000161', 'hex'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.write(Buffer.from('c000', 'hex'))
    await soon(() => expect(heard()).toBe('4002c000'))
    socket.destroy()
  })
})

it('a device that pings stays, and one that falls silent is offline after one and a half times what it agreed to', async () => {
  const { socket, heard } = await signedIn(1)
  for (let number = 1; number <= 8; number += 1) {
    socket.write(Buffer.from(ping, 'hex'))
    await soon(() => expect(heard()).toBe(pong.repeat(number)))
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  expect(broker.happened).not.toContain('offline dkDemo01')
  await soon(() => expect(broker.happened).toContain('offline dkDemo01'))
  expect(
    socket.closed ||
      socket.readableEnded ||
      (await new Promise((resolve) => socket.once('close', () => resolve(true)))),
  ).toBe(true)
})

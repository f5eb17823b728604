import { createServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { runProxy } from '../running-proxy.suite.ts'
import { commandId, envelope, reset, startScriptedGateway, text } from '../scripted-gateway.suite.ts'

describe('a gateway that is not reached', () => {
  const stops: (() => Promise<void>)[] = []
  afterAll(async () => {
    await Promise.all(stops.map((stop) => stop()))
  })

  it.concurrent.for([
    ['refuses the connection', 'http://127.0.0.1:1'],
    ['has no address', 'http://no-such-host.invalid'],
  ] as const)('a gateway that %s: notSent, gatewayUnreachable', async ([, address]) => {
    const proxy = await runProxy(address)
    stops.push(proxy.stop)
    expect(await proxy.outcomeOf()).toMatchObject({ outcome: 'notSent', failure: 'gatewayUnreachable', code: null })
  })

  it('a gateway without TLS where TLS is expected: notSent, because nothing leaves before it is agreed', async () => {
    let bytes = ''
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (part) => {
        bytes += part.toString('latin1')
        socket.end('not TLS at all')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const proxy = await runProxy(`https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    stops.push(proxy.stop)
    expect(await proxy.outcomeOf()).toMatchObject({ outcome: 'notSent', failure: 'gatewayUnreachable' })
    expect(bytes).not.toContain('POST')
    server.close()
  })

  it.concurrent.for([
    ['does not know the application', text('{"status":1002,"msg":"no"}'), 'unknownAppKey'],
    ['fails', text('', 503), 'tokenInternal'],
    ['cuts the connection', reset, 'gatewayUnreachable'],
    ['answers HTML', text('<html>', 200, 'text/html'), 'tokenInternal'],
  ] as const)('a token service that %s: notSent, and no POST', async ([, token, failure]) => {
    const gateway = await startScriptedGateway({ token, setMeasurepoint: envelope(0, { commandId }) })
    const proxy = await runProxy(gateway.address)
    stops.push(gateway.stop, proxy.stop)
    expect(await proxy.outcomeOf()).toMatchObject({ outcome: 'notSent', failure })
    expect(gateway.calls('setMeasurepoint')).toEqual([])
  })
})

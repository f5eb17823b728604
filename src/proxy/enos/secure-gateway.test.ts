import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { certificate } from '../gateway-certificate.suite.ts'
import { newDirectory, runProxy } from '../running-proxy.suite.ts'
import { commandId, drop, envelope, inTurn, startScriptedGateway } from '../scripted-gateway.suite.ts'
import { spawnProxy } from '../spawned-proxy.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const start = async () => {
  const gateway = await startScriptedGateway({ setMeasurepoint: inTurn(envelope(0, { commandId }), drop) }, certificate)
  stops.push(gateway.stop)
  return gateway
}

describe('a gateway behind TLS', { timeout: 60_000 }, () => {
  it('that nobody vouches for is sent nothing', async () => {
    const gateway = await start()
    const proxy = await runProxy(gateway.address)
    stops.push(proxy.stop)
    const operation = await proxy.outcomeOf()
    expect(operation).toMatchObject({ outcome: 'notSent', failure: 'gatewayUnreachable' })
    expect(operation.message).toContain('certificate')
    expect(gateway.received).toEqual([])
  })

  it.for(['NODE_EXTRA_CA_CERTS', 'ENOS_CA_FILE'])(
    'that %s trusts is sent to; a cut is unknown there too',
    async (by) => {
      const gateway = await start()
      const dataDirectory = newDirectory()
      const trusted = join(dataDirectory, 'trusted.pem')
      writeFileSync(trusted, certificate.cert)
      const proxy = await spawnProxy(gateway.address, dataDirectory, { [by]: trusted })
      stops.push(() => proxy.end('SIGKILL'))
      expect(await proxy.panel.outcomeOf()).toMatchObject({ outcome: 'done', commandId })
      expect(await proxy.panel.outcomeOf()).toMatchObject({ outcome: 'unknown', failure: 'connectionLost' })
      expect(gateway.calls('setMeasurepoint')).toHaveLength(2)
    },
  )
})

import { rootCertificates } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { certificate } from '../gateway-certificate.suite.ts'
import { startOutgoingProxy } from '../outgoing-proxy.suite.ts'
import { gatewayFor, runProxy } from '../running-proxy.suite.ts'
import { commandId, drop, envelope, type Script, startScriptedGateway } from '../scripted-gateway.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

interface Way {
  secure: boolean
  /** HTTP status with which the outgoing proxy refuses. */
  refusal?: number
  credentials?: string
}

/** The panel's server, an outgoing proxy and a gateway that only the proxy knows the way to. */
async function start(setMeasurepoint: Script, { secure, refusal, credentials = '' }: Way) {
  const gateway = await startScriptedGateway({ setMeasurepoint }, secure ? certificate : undefined)
  const outgoing = await startOutgoingProxy(gateway.address, refusal)
  // The certificate is made out to localhost; a name that is not there proves who looks it up.
  const address = secure ? 'https://localhost:9' : 'http://gateway.invalid'
  const config = gatewayFor(address)
  const outgoingProxy = outgoing.address.replace('//', `//${credentials}`)
  const route = { outgoingProxy, trusted: [...rootCertificates, certificate.cert] }
  const proxy = await runProxy(address, { gateways: [{ ...config, route }] })
  stops.push(gateway.stop, outgoing.stop, proxy.stop)
  return { gateway, outgoing, proxy }
}

describe.for([false, true])('through an outgoing proxy, with TLS: %s,', (secure) => {
  it('a command is sent and done', async () => {
    const { gateway, outgoing, proxy } = await start(envelope(0, { commandId }), { secure, credentials: 'me:word@' })
    expect(await proxy.outcomeOf()).toMatchObject({ outcome: 'done', commandId })
    expect(await proxy.outcomeOf()).toMatchObject({ outcome: 'done', commandId })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(2)
    const credentials = `Basic ${Buffer.from('me:word').toString('base64')}`
    expect(outgoing.asked[0]).toEqual({ target: secure ? 'localhost:9' : 'gateway.invalid:80', credentials })
  })

  it.for([403, 407, 502])('its own refusal %i never passes for the gateway’s: notSent', async (refusal) => {
    const { gateway, proxy } = await start(envelope(0, { commandId }), { secure, refusal })
    expect(await proxy.outcomeOf()).toMatchObject({
      outcome: 'notSent',
      failure: 'gatewayUnreachable',
      message: expect.stringContaining(`HTTP ${refusal}`),
    })
    expect(gateway.received).toEqual([])
  })

  it('what may have left and is cut is unknown', async () => {
    const { gateway, proxy } = await start(drop, { secure })
    expect(await proxy.outcomeOf()).toMatchObject({ outcome: 'unknown', failure: 'connectionLost' })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  })
})

describe('an outgoing proxy', () => {
  it('that is not there: notSent', async () => {
    const { outgoing, proxy, gateway } = await start(envelope(0), { secure: true })
    await outgoing.stop()
    expect(await proxy.outcomeOf()).toMatchObject({ outcome: 'notSent', failure: 'gatewayUnreachable' })
    expect(gateway.received).toEqual([])
  })
})

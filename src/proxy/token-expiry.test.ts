import { afterEach, describe, expect, it } from 'vitest'
import { signatureHeaders } from '#contract/enos/signature.ts'
import { runProxy } from './running-proxy.suite.ts'
import { commandId, envelope, type Script, startScriptedGateway, text } from './scripted-gateway.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** How releases say that a token has ended (§4.4). */
const ended = [text('', 401), text('{"status":1203}'), text('{"apim_status":4011}'), text('{"apim_status":4012}')]

describe('tokens that end mid-run', () => {
  it('lose no command and send none twice', async () => {
    const uses = new Map<string, number>()
    const served: string[] = []
    let turn = 0
    const set: Script = (call, response) => {
      const token = String(call.headers[signatureHeaders.accessToken])
      const used = uses.get(token) ?? 0
      uses.set(token, used + 1)
      // Every token is good for two calls.
      if (used >= 2) return ended[turn++ % ended.length]?.(call, response)
      served.push(call.body)
      return envelope(0, { commandId })(call, response)
    }
    const gateway = await startScriptedGateway({ setMeasurepoint: set })
    const proxy = await runProxy(gateway.address)
    stops.push(gateway.stop, proxy.stop)
    const bodies = Array.from({ length: 20 }, (_, index) => `{"value":${index}}`)
    for (const body of bodies) expect(await proxy.outcomeOf({ body })).toMatchObject({ outcome: 'done' })
    expect(served).toEqual(bodies)
    expect(turn).toBe(9)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { runProxy } from './running-proxy.suite.ts'
import { commandId, drop, envelope, type Script, startScriptedGateway, text } from './scripted-gateway.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** The device reports this number now, and goes on to. */
const reports =
  (value: string): Script =>
  (...call) =>
    text(`{"code":0,"msg":"OK","requestId":"r","data":[{"id":"p","time":${Date.now()},"value":${value}}]}`)(...call)

async function start(scripts: Record<string, Script>, dataDirectory?: string) {
  const gateway = await startScriptedGateway(scripts)
  const proxy = await runProxy(gateway.address, dataDirectory ? { dataDirectory } : {})
  stops.push(gateway.stop, proxy.stop)
  return { gateway, proxy }
}

describe('an operation whose answer was lost', () => {
  it('is confirmed late by what the device reports, also after a restart, and stays unknown', async () => {
    const { gateway, proxy } = await start({ setMeasurepoint: drop, queryLatest: text('away', 503) })
    const { id, outcome } = await proxy.outcomeOf({ body: '{"value":12345678901234567890}' })
    expect(outcome).toBe('unknown')
    await proxy.stop()
    gateway.scripts.queryLatest = reports('12345678901234567890')
    const again = await runProxy(gateway.address, { dataDirectory: proxy.config.dataDirectory })
    stops.push(again.stop)
    await expect
      .poll(() => again.operation(id))
      .toMatchObject({
        outcome: 'unknown',
        failure: 'connectionLost',
        verdict: { kind: 'confirmedLate', evidence: [{ kind: 'report', value: '12345678901234567890', isSame: true }] },
      })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
    expect(gateway.calls('queryLatest').at(-1)?.body).toBe('{"measurepointIds":["p"]}')
  })
})

describe('an operation that is done', () => {
  it('says whether the device reports the value', async () => {
    const { proxy } = await start({ setMeasurepoint: envelope(0, { commandId }), queryLatest: reports('1.00') })
    const { id } = await proxy.outcomeOf({ body: '{"value":1.0}' })
    await expect.poll(() => proxy.operation(id)).toMatchObject({ outcome: 'done', readBack: { kind: 'same' } })
  })
})

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

const acknowledge = (url: string, id: string, body: string) =>
  fetch(`${url}/api/operations/${id}/acknowledge`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })

describe('a point whose last outcome is unknown', () => {
  it('is not sent to again until a person has said, with a reason, that they looked', async () => {
    const { gateway, proxy } = await start({ setMeasurepoint: drop, queryLatest: text('away', 503) })
    const { id } = await proxy.outcomeOf({ key: 'the-first' })
    const held = await proxy.set({ key: 'the-second' })
    expect([held.status, await held.json()]).toMatchObject([409, { code: 60026, data: { operationId: id } }])
    expect((await proxy.operations()).items).toHaveLength(1)
    // The same key gets its own outcome, and other points are free.
    expect((await proxy.outcomeOf({ key: 'the-first' })).id).toBe(id)
    expect((await proxy.outcomeOf({ query: { measurepointId: 'q' } })).outcome).toBe('unknown')
    expect((await proxy.outcomeOf({ query: { assetId: 'another' } })).outcome).toBe('unknown')
    expect(gateway.calls('setMeasurepoint')).toHaveLength(3)

    for (const body of ['{}', '{"reason":" "}', '{"reason":1}', 'no json', '']) {
      expect((await acknowledge(proxy.url, id, body)).status, body).toBe(400)
    }
    expect((await proxy.set()).status).toBe(409)
    const answer = await acknowledge(proxy.url, id, '{"reason":" went there, valve is shut "}')
    expect(await answer.json()).toMatchObject({
      id,
      outcome: 'unknown',
      acknowledged: { person: 'Local user', reason: 'went there, valve is shut' },
    })
    await acknowledge(proxy.url, id, '{"reason":"another word later"}')
    expect((await proxy.operation(id)).acknowledged?.reason).toBe('went there, valve is shut')
    gateway.scripts.setMeasurepoint = envelope(0, { commandId })
    const done = await proxy.outcomeOf()
    expect(done.outcome).toBe('done')
    expect((await acknowledge(proxy.url, done.id, '{"reason":"why not"}')).status).toBe(400)
    expect((await acknowledge(proxy.url, 'nowhere', '{"reason":"why not"}')).status).toBe(404)
  })

  it('is free again once the device has reported what was sent', async () => {
    const { gateway, proxy } = await start({ setMeasurepoint: drop, queryLatest: text('away', 503) })
    const { id } = await proxy.outcomeOf()
    expect((await proxy.set()).status).toBe(409)
    gateway.scripts.queryLatest = reports('1')
    await expect.poll(async () => (await proxy.operation(id)).verdict?.kind).toBe('confirmedLate')
    gateway.scripts.setMeasurepoint = envelope(0, { commandId })
    expect((await proxy.outcomeOf()).outcome).toBe('done')
  })
})

describe('an operation that is done', () => {
  it('says whether the device reports the value', async () => {
    const { proxy } = await start({ setMeasurepoint: envelope(0, { commandId }), queryLatest: reports('1.00') })
    const { id } = await proxy.outcomeOf({ body: '{"value":1.0}' })
    await expect.poll(() => proxy.operation(id)).toMatchObject({ outcome: 'done', readBack: { kind: 'same' } })
  })
})

import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { gatewayFor } from '../running-proxy.suite.ts'
import { envelope, type Script, startScriptedGateway } from '../scripted-gateway.suite.ts'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { createClockBounds } from './clock-bounds.ts'
import { createGateways } from './gateways.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const start = 1_700_000_000_000
/** An answer of a gateway whose clock is `ahead`, asked for at `at`, `there` and `back` ms on its way. */
const answer = (ahead: number, { at, there, back }: { at: number; there: number; back: number }) => {
  const sentTime = start + at
  const date = new Date(sentTime + there + ahead).toUTCString()
  return { headers: { date }, sentTime, headTime: sentTime + there + back }
}

describe('the difference of two clocks', () => {
  it('is never further off than it says, and by many answers is known better than by one', () => {
    const way = fc.integer({ min: 0, max: 300 })
    const calls = fc.array(fc.record({ at: fc.integer({ min: 0, max: 60_000 }), there: way, back: way }), {
      minLength: 1,
      maxLength: 30,
    })
    let better = 0
    fc.assert(
      fc.property(calls, fc.integer({ min: -3_600_000, max: 3_600_000 }), (all, ahead) => {
        const bounds = createClockBounds()
        all.sort((one, two) => one.at - two.at)
        for (const call of all) bounds.heard(answer(ahead, call))
        const { ahead: told, margin } = bounds.read() ?? { ahead: 0, margin: Number.NaN }
        expect(Math.abs(told - ahead)).toBeLessThanOrEqual(margin + 1)
        if (margin < 500) better++
      }),
    )
    expect(better).toBeGreaterThan(20)
  })

  it('is not known without a time, and measured anew where a clock was set', () => {
    const bounds = createClockBounds()
    bounds.heard({ ...answer(0, { at: 0, there: 1, back: 1 }), headers: {} })
    expect(bounds.read()).toBeNull()
    for (let at = 0; at < 10; at++) bounds.heard(answer(0, { at: at * 1090, there: 1, back: 1 }))
    bounds.heard(answer(60_000, { at: 20_000, there: 1, back: 1 }))
    const { ahead, margin } = bounds.read() ?? { ahead: 0, margin: 0 }
    expect(Math.abs(ahead - 60_000)).toBeLessThanOrEqual(margin)
  })
})

describe('a gateway', () => {
  const dated =
    (difference: number, script: Script): Script =>
    (call, response) => {
      response.setHeader('date', new Date(Date.now() + difference).toUTCString())
      return script(call, response)
    }
  const operation: Operation = { ...anOperation(), revision: 1 }

  async function differenceOf(script: Script) {
    const scripted = await startScriptedGateway({ get: script })
    const gateways = createGateways([gatewayFor(scripted.address)])
    stops.push(scripted.stop, gateways.stop)
    expect(gateways.clockDifference(operation)).toBeNull()
    await gateways.named('enos').call({ name: 'getDevice', query: { orgId: 'o' }, body: '' })
    return { gateways, difference: gateways.clockDifference(operation) }
  }

  it('on this machine goes by our clock', async () => {
    expect((await differenceOf(envelope(0))).difference).toEqual({ ahead: 0, margin: 0 })
  })

  it('that seems to be on this machine and tells another time does not', async () => {
    const scripted = await startScriptedGateway({
      token: dated(90_000, envelope(0, { accessToken: 'T', expire: 7200 })),
      get: dated(90_000, envelope(0)),
    })
    const gateways = createGateways([gatewayFor(scripted.address)])
    stops.push(scripted.stop, gateways.stop)
    const before = Date.now()
    await gateways.named('enos').call({ name: 'getDevice', query: { orgId: 'o' }, body: '' })
    const took = Date.now() - before
    const { ahead, margin } = gateways.clockDifference(operation) ?? { ahead: 0, margin: 0 }
    expect(Math.abs(ahead - 90_000)).toBeLessThanOrEqual(margin)
    // The second of the date, what it may be stale by, and the way of the call.
    expect(margin).toBeLessThanOrEqual((1200 + took) / 2 + 1)
  })

  it('that is not configured any more has none', async () => {
    const { gateways } = await differenceOf(envelope(0))
    expect(gateways.clockDifference({ ...operation, gatewayId: 'gone' })).toBeNull()
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { gatewayStateSchema } from '#contract/panel/gateway-state.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import { runProxy } from '../running-proxy.suite.ts'
import { commandId, envelope, type Script, startScriptedGateway } from '../scripted-gateway.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const dated =
  (difference: number, script: Script): Script =>
  (call, response) => {
    response.setHeader('date', new Date(Date.now() + difference * 1000).toUTCString())
    return script(call, response)
  }

async function start(setMeasurepoint: Script) {
  const gateway = await startScriptedGateway({ setMeasurepoint })
  const proxy = await runProxy(gateway.address)
  stops.push(proxy.stop, gateway.stop)
  const state = async () =>
    gatewayStateSchema.parse(await (await fetch(`${proxy.url}${panelEndpoints.gateway.path}`)).json())
  return { gateway, proxy, state }
}

describe('the state of the gateway', () => {
  it('is unknown before the first call: asking for it asks the gateway nothing', async () => {
    const { gateway, state } = await start(envelope(0))
    const nothing = { reachable: null, clockDifference: null, failure: null, message: '', time: null, since: null }
    expect(await state()).toEqual(nothing)
    expect(gateway.received).toEqual([])
  })

  it.for([-3600, 0, 90])('tells a clock that is %i s ahead, by the Date of an answer', async (difference) => {
    const { proxy, state } = await start(dated(difference, envelope(0, { commandId })))
    await proxy.outcomeOf()
    const { clockDifference, reachable } = await state()
    expect(reachable).toBe(true)
    // Half of what a quick answer may take, and the milliseconds that a date does not tell.
    expect(Math.abs((clockDifference ?? Number.NaN) - difference)).toBeLessThanOrEqual(3)
  })

  it('tells that it is gone and why, and keeps what is known of its clock', async () => {
    const { gateway, proxy, state } = await start(dated(90, envelope(0, { commandId })))
    await proxy.outcomeOf()
    await gateway.stop()
    await proxy.outcomeOf()
    const told = await state()
    expect(told).toMatchObject({ reachable: false, failure: 'gatewayUnreachable' })
    expect(told.message).not.toBe('')
    expect(told.clockDifference).not.toBeNull()
  })

  it('tells since when it is gone, however often it was tried', async () => {
    const { gateway, proxy, state } = await start(envelope(0, { commandId }))
    await proxy.outcomeOf()
    const { since: thereSince, time: thereTime } = await state()
    expect(thereSince).toBeLessThanOrEqual(thereTime ?? 0)
    await gateway.stop()
    await proxy.outcomeOf()
    const { since, time } = await state()
    const timeOfNextTry = async () => {
      await proxy.outcomeOf()
      return (await state()).time
    }
    await expect.poll(timeOfNextTry).toBeGreaterThan(time ?? 0)
    expect((await state()).since).toBe(since)
  })
})

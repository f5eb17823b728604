import { afterEach, describe, expect, it } from 'vitest'
import { text } from '../scripted-gateway.suite.ts'
import { policyOf, startAccessApp } from './access-app.suite.ts'
import { cases, classes, critical, hours, interval, kinds, limits } from './decision-cases.suite.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
async function start(file: object | null = null) {
  const app = await startAccessApp(file)
  stops.push(app.stop)
  return app
}

describe('who may set what: the send and its explanation agree', () => {
  it.each(cases)('$title: $failure', async ({ file, role, person, signedIn = 0, before, send = {}, failure, data }) => {
    const { set, permission, is, inForce, clock, gateway, store } = await start()
    if (before) {
      expect(await set(before)).toMatchObject({ failure: null })
      await clock.advance(before.ago * 1000)
    }
    inForce.policy = policyOf(file)
    is({ ...(role ? { role } : {}), ...person }, { time: clock.now() - signedIn * 1000 })
    const [posts, revision] = [gateway.calls('setMeasurepoint').length, store.revision()]

    const told = await permission(send.query).catch(() => null)
    const sent = await set(send)

    expect(sent).toMatchObject({ failure, ...(data ? { data } : {}) })
    const kind = failure && kinds[failure]
    if (failure === 'targetUnknown') expect(told).toBeNull()
    else expect(told?.allowed).toBe(!kind)
    expect(told?.checks.find(({ passed }) => !passed)?.kind).toBe(kind ?? undefined)
    expect(told?.checks.map((check) => check.kind)).toEqual(told ? Object.values(kinds) : undefined)
    if (failure === null) {
      expect(sent.operation).toMatchObject({ outcome: 'done', ...(file ? { pointClass: told?.pointClass } : {}) })
    } else {
      // A refusal leaves no trace in the record, and nothing left.
      expect([gateway.calls('setMeasurepoint').length, store.revision()]).toEqual([posts, revision])
      const refused = told?.checks.find(({ passed }) => !passed)
      if (refused?.passesAt) expect(sent.data).toMatchObject({ retryAt: refused.passesAt })
      if (refused?.rule) expect(sent.data).toMatchObject({ rule: refused.rule })
    }
  })
})

describe('the decision', () => {
  it('asks EnOS nothing where no rule and no place does', async () => {
    const { set, gateway } = await start(classes('confirm', { points: ['p'], gateways: ['*'] }))
    expect(await set({ sentence: 'yes' })).toMatchObject({
      failure: null,
      operation: { pointClass: 'confirm', deviceAssetId: 'h1' },
    })
    expect(await set({ query: { assetId: '', productKey: 'pk', deviceKey: 'dk-h1' }, sentence: 'yes' })).toMatchObject({
      failure: null,
    })
    expect(gateway.received.map(({ action }) => action)).toEqual(['token', 'setMeasurepoint', 'setMeasurepoint'])
  })

  it('asks for the device once for many', async () => {
    const { set, gateway } = await start(classes('confirm', { models: ['Heater'] }))
    await Promise.all(Array.from({ length: 20 }, () => set({ sentence: 'yes' })))
    expect(gateway.calls('get')).toHaveLength(1)
  })

  it('asks for the present value at every send anew', async () => {
    const { set, gateway } = await start(limits({ largestStep: 1 }))
    expect((await set({})).failure).toBeNull()
    gateway.scripts.queryLatest = text('{"code":0,"data":[{"id":"p","time":1700000000001,"value":7}]}')
    expect((await set({})).failure).toBe('stepTooLarge')
    expect((await set({ value: '8' })).failure).toBeNull()
    gateway.scripts.queryLatest = text('', 503)
    expect(await set({ value: '8' })).toMatchObject({ failure: 'presentValueUnknown', status: 409 })
  })

  it('leaves values alone that are no numbers by their type', async () => {
    const { set, gateway } = await start({ limits: [{ rule: 'All', maximum: 1 }] })
    const { get } = gateway.scripts
    const point = (dataType: string) => ({ p: { identifier: 'p', name: { defaultValue: 'p' }, dataType } })
    gateway.scripts.get = (received, response) =>
      received.path.endsWith('/thing-models')
        ? text(
            JSON.stringify({
              code: 0,
              data: { modelId: 'Heater', name: { defaultValue: 'H' }, measurepoints: point('STRING') },
            }),
          )(received, response)
        : get?.(received, response)
    expect((await set({ value: '"99"' })).failure).toBeNull()
    expect((await set({ value: '99' })).failure).toBe('outsideLimits')
  })

  it('keeps nothing for a device that might leave outside the hours', async () => {
    const { set } = await start(hours('22:00', '22:14'))
    const kept = (pendingTtl: string) => set({ query: { pendingTtl } })
    expect((await kept('30')).failure).toBeNull()
    expect(await kept('41')).toMatchObject({ failure: 'outsideHours', data: { rule: 'Hours', retryAt: null } })
    // Within the hours at both ends, but not between.
    expect((await kept('86400')).failure).toBe('outsideHours')
    expect((await set({})).failure).toBeNull()
  })

  it('answers a used key with what is on record, whatever the policy says now', async () => {
    const { set, inForce, is, gateway } = await start()
    const key = 'used-before'
    const first = await set({ key })
    inForce.policy = policyOf({ ...critical, ...limits({ maximum: 0, leastInterval: 60 }) })
    is({ role: 'viewer', assetIds: ['south'] }, null)
    expect(await set({ key })).toMatchObject({
      failure: null,
      data: first.data,
      operation: { id: first.operation?.id },
    })
    expect(await set({ key, value: '2' })).toMatchObject({ failure: 'idempotencyConflict' })
    expect((await set({})).failure).toBe('rightMissing')
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  })

  it('lets one of two pass the interval that ask at the same time, by whatever name', async () => {
    const { set, gateway } = await start(interval)
    const keys = { query: { assetId: '', productKey: 'pk', deviceKey: 'dk-h1' } }
    const all = await Promise.all(Array.from({ length: 12 }, (_, index) => set(index % 2 ? keys : {})))
    expect(all.filter(({ failure }) => failure === null)).toHaveLength(1)
    expect(all.filter(({ failure }) => failure === 'tooSoon')).toHaveLength(11)
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  })
})

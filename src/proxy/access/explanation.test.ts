import { afterEach, describe, expect, it } from 'vitest'
import { startAccessApp } from './access-app.suite.ts'
import { critical, hours } from './decision-cases.suite.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
async function start(file: object | null = null) {
  const app = await startAccessApp(file)
  stops.push(app.stop)
  return app
}

describe('the explanation', () => {
  it('tells class, needs, limits and whom to ask', async () => {
    const { permission, is } = await start({
      contact: 'Control room',
      ...critical,
      limits: [
        { rule: 'Wide', minimum: '-5', maximum: 10, leastInterval: 5 },
        { rule: 'Narrow', points: ['p'], maximum: '9.90', largestStep: 2 },
      ],
    })
    is({ role: 'engineer' })
    expect(await permission()).toEqual({
      allowed: true,
      pointClass: 'critical',
      classRule: 'Class',
      checks: [
        { kind: 'role', passed: true, rule: 'Class', passesAt: null },
        { kind: 'place', passed: true, rule: null, passesAt: null },
        { kind: 'hours', passed: true, rule: null, passesAt: null },
        { kind: 'interval', passed: true, rule: 'Wide', passesAt: null },
        { kind: 'signIn', passed: true, rule: 'Class', passesAt: null },
      ],
      needs: { right: 'setCritical', role: 'engineer', confirmation: true, reason: true, signInWithin: 300 },
      limits: {
        minimum: { value: '-5', rule: 'Wide' },
        maximum: { value: '9.90', rule: 'Narrow' },
        largestStep: { value: '2', rule: 'Narrow' },
        leastInterval: { value: 5, rule: 'Wide' },
        hours: [],
      },
      contact: 'Control room',
    })
  })

  it('tells all that is missing, not only the first', async () => {
    const { permission, is } = await start({ ...critical, ...hours('01:00', '02:00') })
    is({ role: 'viewer', assetIds: ['south'] }, { time: 0 })
    expect((await permission()).checks.map(({ passed }) => passed)).toEqual([false, false, false, true, false])
  })

  it('wants a device and a point', async () => {
    const { permission } = await start()
    await expect(permission({ assetId: '' })).rejects.toThrow('"code":99400')
    await expect(permission({ assetId: '', productKey: 'pk' })).rejects.toThrow('"code":99400')
    await expect(permission({ measurepointId: '' })).rejects.toThrow('"code":99400')
  })
})

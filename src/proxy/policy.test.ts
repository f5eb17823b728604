import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import { type FailureName, failures } from '#contract/enos/failures.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import { permissionToSetSchema } from '#contract/panel/permission-to-set.ts'
import { policyStateSchema } from '#contract/panel/policy.ts'
import { refusalSchema } from '#contract/panel/refusal.ts'
import { parseExact } from '#contract/value/exact.ts'
import type { ProxyConfig } from './config.ts'
import { addPerson, goodPassword } from './people/people.suite.ts'
import { startPlantGateway, treeId } from './plant-gateway.suite.ts'
import { gatewayFor, newDirectory, runProxy, type SetOptions } from './running-proxy.suite.ts'
import { writePolicy } from './write-policy.suite.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(policyFile: string | null, change: Partial<ProxyConfig> = {}) {
  const gateway = await startPlantGateway()
  stops.push(gateway.stop)
  const gateways = [{ ...gatewayFor(gateway.address), treeIds: [treeId] }]
  const proxy = await runProxy(gateway.address, { gateways, policyFile, ...change })
  stops.push(proxy.stop)
  /** The failure's name, null for none; and its data. */
  const set = async ({ query, ...options }: SetOptions, panel: Pick<typeof proxy, 'set'> = proxy) => {
    const answer = await panel.set({ query: { assetId: 'h1', ...query }, ...options })
    const { code, data } = envelopeSchema.parse(parseExact(await answer.text()))
    const names = Object.keys(failures) as FailureName[]
    const failure = code === 0 ? null : (names.find((name) => failures[name].code === code) ?? null)
    return {
      failure,
      data: refusalSchema.parse(data ?? {}),
      operation: answer.headers.get(panelHeaders.operation) ?? '',
    }
  }
  const state = async () => policyStateSchema.parse(await (await proxy.get(panelEndpoints.policy.path)).json())
  return { gateway, proxy, set, state }
}
const limit = (maximum: number | string) => ({ limits: [{ rule: 'Heat', points: ['p'], maximum }] })
const value = (text: string) => ({ body: `{"value":${text}}` })

describe('a running proxy with a policy', () => {
  it('refuses what the policy does not allow, by the rule’s name, and records what it allows with its class', async () => {
    const { set, proxy, gateway } = await start(
      writePolicy({ pointClasses: [{ rule: 'Fine', class: 'routine' }], ...limit('2.50') }),
    )
    expect(await set(value('2.51'))).toMatchObject({
      failure: 'outsideLimits',
      data: { rule: 'Heat', limit: '2.50', value: '2.51' },
    })
    expect((await proxy.operations()).items).toEqual([])
    expect(gateway.calls('setMeasurepoint')).toEqual([])
    const { operation } = await set(value('2.5'))
    expect(await proxy.operation(operation)).toMatchObject({
      outcome: 'done',
      pointClass: 'routine',
      deviceAssetId: 'h1',
      body: '{"value":2.5}',
    })
  })

  it('obeys a changed file without a restart, and the last good one where the new one is wrong', async () => {
    const file = writePolicy(limit(1))
    const { set, state } = await start(file)
    expect((await set(value('2'))).failure).toBe('outsideLimits')
    const { since } = await state()

    writePolicy(limit(2), file)
    await expect.poll(async () => (await set(value('2'))).failure).toBeNull()
    expect((await state()).since).toBeGreaterThan(since ?? 0)

    writeFileSync(file, '{"limits":[{"rule":"Heat","maximum":"none"}]}')
    await expect
      .poll(async () => (await state()).error?.mistakes)
      .toEqual(['limits[0].maximum: must be a number, or a decimal text such as "0.1"'])
    expect((await state()).policy.limits).toEqual([{ rule: 'Heat', points: ['p'], maximum: '2' }])
    expect((await set(value('3'))).failure).toBe('outsideLimits')
  })

  it('does not start with a wrong file, nor without the one that is configured', async () => {
    await expect(start(writePolicy({ limits: [{ rule: 'r' }] }))).rejects.toThrow(/limits\[0\]: limits nothing/)
    await expect(start(join(newDirectory(), 'none.json'))).rejects.toThrow(/POLICY_FILE: .* cannot be read: ENOENT/)
  })

  it('keeps two programs that ask at the same time from both passing the least interval', async () => {
    const { set, gateway } = await start(writePolicy({ limits: [{ rule: 'Starts', leastInterval: 60 }] }))
    const keys = { query: { assetId: '', productKey: 'pk', deviceKey: 'dk-h1' } }
    const all = await Promise.all([set({}), set(keys), set({}), set(keys)])
    expect(all.map(({ failure }) => failure).sort()).toEqual([null, 'tooSoon', 'tooSoon', 'tooSoon'].sort())
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
    const refused = all.find(({ failure }) => failure === 'tooSoon')
    expect(refused?.data).toMatchObject({ rule: 'Starts', limit: '60' })
    expect(refused?.data.retryAt).toBeGreaterThan(Date.now())
  })

  it('knows the interval after it was started anew', async () => {
    const file = writePolicy({ limits: [{ rule: 'Starts', leastInterval: 60 }] })
    const { set, proxy } = await start(file)
    expect((await set({})).failure).toBeNull()
    await proxy.stop()
    const again = await start(file, { dataDirectory: proxy.config.dataDirectory })
    expect((await again.set({})).failure).toBe('tooSoon')
  })

  it('lets a person of some places set there and nowhere else, and tells them so', async () => {
    const dataDirectory = newDirectory()
    await addPerson(dataDirectory, 'ann', 'operator', ['north'])
    const { set, proxy, gateway } = await start(null, { dataDirectory })
    const { panel } = await proxy.signIn('ann', goodPassword)
    expect((await set({ query: { assetId: 'h2' } }, panel)).failure).toBeNull()
    expect((await set({ query: { assetId: 's1' } }, panel)).failure).toBe('outsidePlaces')
    const byKeys = { assetId: '', productKey: 'pk', deviceKey: 'dk-s1' }
    expect((await set({ query: byKeys }, panel)).failure).toBe('outsidePlaces')
    const told = await panel.get(`${panelEndpoints.permissionToSet.path}?assetId=s1&measurepointId=p`)
    expect(permissionToSetSchema.parse(await told.json())).toMatchObject({
      allowed: false,
      checks: [{ kind: 'role', passed: true }, { kind: 'place', passed: false }, {}, {}, {}],
    })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  })
})

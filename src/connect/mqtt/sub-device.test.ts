import { beforeEach, describe, expect, it } from 'vitest'
import { type DeviceAddress, topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import { eachWithAGateway } from './each-with-a-gateway.test-support.ts'
import { addresses, secrets } from './start-test-broker.test-support.ts'

const { gateway, sub, sub2, demo } = addresses
const under = eachWithAGateway()

/** Publishes without subscribing to the answer, and gives its code: for a sub-device that is not online here. */
async function post(each: DeviceAddress): Promise<number> {
  await under.gateway.client.publishAsync(
    topics.post(each),
    JSON.stringify({ id: 'x', params: { measurepoints: { temp: 1 } } }),
  )
  const answer = await soon(() => {
    const found = under.gateway.arrived.findLast(({ topic }) => topic === `${topics.post(each)}_reply`)
    expect(found).toBeDefined()
    return found
  })
  return JSON.parse(String(answer?.payload)).code
}

describe('a gateway that reconnects (§5.5)', () => {
  it('signs its sub-devices in again, and they get their commands', async () => {
    under.broker.directory.link(gateway, sub)
    const again = await under.connect(gateway, secrets.gateway, { reconnectPeriod: 20 })
    const signIn = () => under.request('login', again.proof(sub, secrets.sub), again)
    expect((await signIn()).code).toBe(200)
    // It subscribes to a reply topic of its sub-device, which the library does again before the sub-device is back.
    expect((await under.request('post', { measurepoints: { temp: 1 } }, again, sub)).code).toBe(200)

    again.client.stream.destroy()
    await soon(() => expect(under.broker.happened).toContain('offline subDk01'))
    await soon(() => expect(again.client.connected).toBe(true))
    expect((await signIn()).code).toBe(200)
    expect((await under.request('post', { measurepoints: { temp: 1 } }, again, sub)).code).toBe(200)
    again.onSet(() => 200)
    await under.broker.set(sub, '2500000000000000001', 'temp', '1')
    await soon(() => expect(under.broker.replies).toHaveLength(1))
  })
})

describe('a sub-device behind its gateway (§5.4)', () => {
  beforeEach(async () => {
    under.broker.directory.link(gateway, sub)
    under.broker.directory.link(gateway, sub2)
    await under.login(sub)
  })

  it("gets its commands on the gateway's connection, on its own topics, and answers there", async () => {
    under.gateway.onSet(({ device }) => (device.deviceKey === 'subDk01' ? 200 : 2000))
    expect(await under.broker.set(sub, '2500000000000000001', 'temp', '1')).toBe(true)
    await soon(() =>
      expect(under.broker.replies).toEqual([{ device: 'subDk01', id: '2500000000000000001', code: 200 }]),
    )
    expect(under.gateway.arrived.filter(({ topic }) => topic === topics.set(sub))).toHaveLength(1)
  })

  it('reports on its own topics', async () => {
    const report = { measurepoints: { temp: 1 } }
    expect((await under.request('post', report, under.gateway, sub)).code).toBe(200)
    expect(under.broker.directory.reports[0]?.device).toEqual(sub)
    const batch = [{ ...sub, ...report }, { ...gateway, ...report }, report]
    expect((await under.request('postBatch', batch)).code).toBe(200)
  })

  it('is not spoken for before it is signed in, but for what the gateway kept for it', async () => {
    const report = { measurepoints: { temp: 1 } }
    expect(await post(sub2)).toBe(1009)
    expect((await under.request('postBatch', [{ ...sub2, ...report }])).code).toBe(1212)
    const kept = { id: 'kept', params: [{ ...sub2, ...report }], allowOfflineSubDevice: true }
    await under.gateway.client.publishAsync(topics.postBatch(gateway), JSON.stringify(kept), { qos: 1 })
    await soon(() => expect(under.broker.directory.reports.map(({ device }) => device)).toEqual([sub2]))
  })

  it('goes offline when it signs out, and the answer names it', async () => {
    const answer = await under.request('logout', sub)
    expect(answer).toMatchObject({ code: 200, data: sub })
    expect(under.broker.happened.slice(-2)).toEqual(['wentOffline subDk01', 'offline subDk01'])
    expect(await under.broker.set(sub, '2500000000000000001', 'temp', '1')).toBe(false)
    expect((await under.request('logout', demo)).code).toBe(740)
  })

  it('goes offline with its gateway', async () => {
    await under.gateway.end()
    await soon(() => expect(under.broker.happened).toContain('offline gwDk01'))
    expect(under.broker.happened).toContain('offline subDk01')
    expect(under.broker.directory.status(sub)).toBe('offline')
  })

  it('goes offline when the gateway connects anew, while the gateway itself does not', async () => {
    await under.connect(gateway, secrets.gateway)
    await soon(() => expect(under.broker.happened).toContain('offline subDk01'))
    expect(under.broker.happened).not.toContain('offline gwDk01')
  })

  it('may not connect by itself meanwhile, but may when it is signed out', async () => {
    await expect(under.connect(sub, secrets.sub)).rejects.toMatchObject({ code: 5 })
    await under.request('logout', sub)
    await under.connect(sub, secrets.sub)
    await soon(() => expect(under.broker.happened.at(-1)).toBe('online subDk01'))
  })

  it('leaves its own connection for the gateway without having been offline', async () => {
    const own = await under.connect(sub2, secrets.sub)
    await soon(() => expect(under.broker.happened).toContain('online subDk02'))
    expect((await under.login(sub2)).code).toBe(200)
    await soon(() => expect(own.client.connected).toBe(false))
    expect(under.broker.happened).not.toContain('offline subDk02')
    expect(await under.broker.set(sub2, '2500000000000000001', 'temp', '1')).toBe(true)
    await soon(() => expect(under.gateway.arrived.some(({ topic }) => topic === topics.set(sub2))).toBe(true))
  })
})

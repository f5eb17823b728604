import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deviceSignText } from '#contract/wire/credentials.ts'
import { type DeviceAddress, methods, topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import { connectSdkDevice, type SdkDevice } from './sdk-device.test-support.ts'
import { sign } from './sign.ts'
import { addresses, many, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'

const { gateway, gateway2, sub, sub2, subDisabled, demo } = addresses
const timestamp = '1700000000000'

let broker: TestBroker
let devices: SdkDevice[]
let gw: SdkDevice
const connect = async (device: DeviceAddress, secret: string, secureMode: 2 | 3 = 2): Promise<SdkDevice> => {
  const connected = connectSdkDevice({ port: broker.port, device, secret, secureMode })
  devices.push(connected)
  await connected.connected
  return connected
}
beforeEach(async () => {
  broker = await startTestBroker()
  devices = []
  gw = await connect(gateway, secrets.gateway)
})
afterEach(async () => {
  await Promise.all(devices.map((device) => device.end()))
  await broker.stop()
})

const request = (name: keyof typeof methods, params: unknown, from = gw, at: DeviceAddress = gateway) =>
  from.request(topics[name](at), methods[name], params)
const add = (subs: DeviceAddress[]) =>
  request(
    'topoAdd',
    subs.map((each) => gw.proof(each, secrets.sub)),
  )
const login = (each: DeviceAddress, more: object = {}) =>
  request('login', { ...gw.proof(each, secrets.sub), cleanSession: 'true', ...more })
/** Publishes without subscribing to the answer, and gives its code: for a sub-device that is not online here. */
async function post(each: DeviceAddress): Promise<number> {
  await gw.client.publishAsync(topics.post(each), JSON.stringify({ id: 'x', params: { measurepoints: { temp: 1 } } }))
  const answer = await soon(() => {
    const found = gw.arrived.findLast(({ topic }) => topic === `${topics.post(each)}_reply`)
    expect(found).toBeDefined()
    return found
  })
  return JSON.parse(String(answer?.payload)).code
}
const identity = (each: DeviceAddress) => ({ assetId: `asset-${each.deviceKey}`, ...each })

describe('the topology of a gateway (§5.4)', () => {
  it('takes signed sub-devices, lists and forgets them', async () => {
    expect(await add([sub, sub2])).toMatchObject({ code: 200, data: {} })
    expect((await request('topoGet', {})).data).toEqual([sub, sub2])
    expect((await request('topoDelete', [sub])).code).toBe(200)
    expect((await request('topoGet', {})).data).toEqual([sub2])
  })

  it('takes all entries or none', async () => {
    const wrong = { ...gw.proof(sub2, secrets.sub), sign: sign('guessed') }
    const answer = await request('topoAdd', [gw.proof(sub, secrets.sub), wrong])
    expect(answer).toMatchObject({ code: 1255, message: expect.stringContaining('subDk02') })
    expect((await request('topoGet', {})).data).toEqual([])
  })

  it.each([
    ['an unknown device', [{ productKey: 'subPk01', deviceKey: 'nobody' }]],
    ['a disabled device', [subDisabled]],
  ])('refuses %s with 1255', async (_, subs) => {
    expect((await add(subs)).code).toBe(1255)
  })

  it('refuses what is no list of proofs, and devices that are no gateways, with 1255', async () => {
    expect((await request('topoAdd', {})).code).toBe(1255)
    const ordinary = await connect(demo, secrets.device)
    expect((await request('topoAdd', [ordinary.proof(sub, secrets.sub)], ordinary, demo)).code).toBe(1255)
  })

  it('signs a sub-device out that it forgets', async () => {
    await add([sub])
    await login(sub)
    await request('topoDelete', [sub])
    expect(broker.directory.status(sub)).toBe('offline')
    expect(await broker.set(sub, '2500000000000000001', 'temp', '1')).toBe(false)
  })
})

describe('signing a sub-device in (§5.4)', () => {
  beforeEach(async () => {
    await add([sub, sub2, subDisabled])
    broker.directory.link(gateway, subDisabled)
  })

  it('takes vector M5, as both SDKs sign it, and answers who it is', async () => {
    const proof = { ...sub, clientId: 'subDk01', timestamp, signMethod: 'sha256', cleanSession: 'true' }
    broker.directory.link(gateway, sub)
    const signed = '3C5CBF3B76E1F802FADADA28A7819614ECB47DDF471BB4BC9224C524DA9CC2F9'
    expect(await request('login', { ...proof, sign: signed })).toMatchObject({ code: 200, data: identity(sub) })
    expect(broker.directory.status(sub)).toBe('online')
  })

  it('takes vector M6, with cleanSession signed as the documents say', async () => {
    broker.directory.link(gateway, sub)
    const proof = { ...sub, clientId: 'subDk01', timestamp, signMethod: 'sha256', cleanSession: 'true' }
    const signed = 'CF930F8397A48E1D68160C33653269B8BB8F3A6AA0302D29B3A0456B80295032'
    expect((await request('login', { ...proof, sign: signed })).code).toBe(200)
    // But only where it was given.
    const { cleanSession: _, ...without } = proof
    expect((await request('login', { ...without, sign: signed })).code).toBe(742)
  })

  it('takes a timestamp as a number, and lower-case hex', async () => {
    broker.directory.link(gateway, sub)
    const signed = '3c5cbf3b76e1f802fadada28a7819614ecb47ddf471bb4bc9224c524da9cc2f9'
    const proof = { ...sub, clientId: 'subDk01', timestamp: 1_700_000_000_000, sign: signed }
    expect((await request('login', proof)).code).toBe(200)
  })

  it('answers before the sub-device is online for commands', async () => {
    broker.directory.link(gateway, sub)
    await login(sub)
    await soon(() => expect(broker.happened.slice(-2)).toEqual(['cameOnline subDk01', 'online subDk01']))
    await login(sub)
    expect(broker.happened.filter((what) => what === 'online subDk01')).toHaveLength(1)
  })

  it.each([
    [705, 'an unknown device', { productKey: 'subPk01', deviceKey: 'nobody' }, {}],
    [723, 'a disabled device', subDisabled, {}],
    [740, 'a device of no gateway', demo, { sign: '' }],
    [742, 'a wrong signature', sub, { sign: sign('guessed') }],
    [742, 'another method', sub, { signMethod: 'md5' }],
  ])('is answered %i for %s', async (code, _, each, more) => {
    broker.directory.link(gateway, sub)
    const proof = code === 740 ? gw.proof(each, secrets.device) : { ...gw.proof(each, secrets.sub), ...more }
    expect((await request('login', proof)).code).toBe(code)
    expect(broker.happened).not.toContain(`online ${each.deviceKey}`)
  })

  it('is answered 740 through another gateway', async () => {
    broker.directory.link(gateway, sub)
    const second = await connect(gateway2, secrets.gateway)
    expect((await request('login', second.proof(sub, secrets.sub), second, gateway2)).code).toBe(740)
  })

  it("activates with the product's secret, and tells the sub-device's own", async () => {
    broker.directory.link(gateway, sub)
    expect((await login(sub, { ...gw.proof(sub, secrets.product), secureMode: '3' })).code).toBe(200)
    await soon(() => expect(gw.arrived.map(({ topic }) => topic)).toContain(topics.activateInfo(sub)))
    expect((await login(sub, { ...gw.proof(sub, secrets.product), secureMode: 3 })).code).toBe(770)
  })
})

describe('signing many in at once (§5.4)', () => {
  it("takes vector M7, signed with the gateway's product key as client id", async () => {
    broker.directory.link(gateway, sub)
    const signed = '618A8E86C615DE502F907628B791D241BB712E5725D4568D5B3E6FDE879A5F36'
    const params = { clientId: 'gwPk01', timestamp, subDevices: [{ ...sub, sign: signed, secureMode: 2 }] }
    expect(await request('loginBatch', params)).toMatchObject({
      code: 200,
      data: { loginedSubDevices: [identity(sub)], failedSubDevices: [] },
    })
    expect(broker.directory.status(sub)).toBe('online')
  })

  it('names those that it took and those that it refused', async () => {
    for (const each of [sub, sub2, subDisabled]) broker.directory.link(gateway, each)
    const entry = (each: DeviceAddress) => {
      const text = deviceSignText({ clientId: 'gwPk01', ...each, timestamp }, secrets.sub)
      return { ...each, sign: sign(text), secureMode: '2' }
    }
    const params = { clientId: 'gwPk01', timestamp, subDevices: [sub, subDisabled, sub2].map(entry) }
    expect(await request('loginBatch', params)).toMatchObject({
      code: 723,
      data: { loginedSubDevices: [identity(sub), identity(sub2)], failedSubDevices: [subDisabled] },
    })
    expect(broker.directory.status(sub2)).toBe('online')
  })

  it('lets no more than 200 be online', async () => {
    const text = (each: DeviceAddress) => deviceSignText({ clientId: 'gwPk01', ...each, timestamp }, secrets.sub)
    for (const each of many) broker.directory.link(gateway, each)
    const subDevices = many.map((each) => ({ ...each, sign: sign(text(each)) }))
    const { code, data } = await request('loginBatch', { clientId: 'gwPk01', timestamp, subDevices })
    expect(code).toBe(700)
    expect(data).toMatchObject({ failedSubDevices: [many[200]] })
    // One that is online already takes no further place.
    const again = { clientId: 'gwPk01', timestamp, subDevices: subDevices.slice(0, 3) }
    expect((await request('loginBatch', again)).code).toBe(200)
  })
})

describe('a gateway that reconnects (§5.5)', () => {
  it('signs its sub-devices in again, and they get their commands', async () => {
    broker.directory.link(gateway, sub)
    const options = { port: broker.port, device: gateway, secret: secrets.gateway, reconnectPeriod: 20 }
    const again = connectSdkDevice(options)
    devices.push(again)
    await again.connected
    const signIn = () => request('login', again.proof(sub, secrets.sub), again)
    expect((await signIn()).code).toBe(200)
    // It subscribes to a reply topic of its sub-device, which the library does again before the sub-device is back.
    expect((await request('post', { measurepoints: { temp: 1 } }, again, sub)).code).toBe(200)

    again.client.stream.destroy()
    await soon(() => expect(broker.happened).toContain('offline subDk01'))
    await soon(() => expect(again.client.connected).toBe(true))
    expect((await signIn()).code).toBe(200)
    expect((await request('post', { measurepoints: { temp: 1 } }, again, sub)).code).toBe(200)
    again.onSet(() => 200)
    await broker.set(sub, '2500000000000000001', 'temp', '1')
    await soon(() => expect(broker.replies).toHaveLength(1))
  })
})

describe('a sub-device behind its gateway (§5.4)', () => {
  beforeEach(async () => {
    broker.directory.link(gateway, sub)
    broker.directory.link(gateway, sub2)
    await login(sub)
  })

  it("gets its commands on the gateway's connection, on its own topics, and answers there", async () => {
    gw.onSet(({ device }) => (device.deviceKey === 'subDk01' ? 200 : 2000))
    expect(await broker.set(sub, '2500000000000000001', 'temp', '1')).toBe(true)
    await soon(() => expect(broker.replies).toEqual([{ device: 'subDk01', id: '2500000000000000001', code: 200 }]))
    expect(gw.arrived.filter(({ topic }) => topic === topics.set(sub))).toHaveLength(1)
  })

  it('reports on its own topics', async () => {
    const report = { measurepoints: { temp: 1 } }
    expect((await request('post', report, gw, sub)).code).toBe(200)
    expect(broker.directory.reports[0]?.device).toEqual(sub)
    const batch = [{ ...sub, ...report }, { ...gateway, ...report }, report]
    expect((await request('postBatch', batch)).code).toBe(200)
  })

  it('is not spoken for before it is signed in, but for what the gateway kept for it', async () => {
    const report = { measurepoints: { temp: 1 } }
    expect(await post(sub2)).toBe(1009)
    expect((await request('postBatch', [{ ...sub2, ...report }])).code).toBe(1212)
    const kept = { id: 'kept', params: [{ ...sub2, ...report }], allowOfflineSubDevice: true }
    await gw.client.publishAsync(topics.postBatch(gateway), JSON.stringify(kept), { qos: 1 })
    await soon(() => expect(broker.directory.reports.map(({ device }) => device)).toEqual([sub2]))
  })

  it('goes offline when it signs out, and the answer names it', async () => {
    const answer = await request('logout', sub)
    expect(answer).toMatchObject({ code: 200, data: sub })
    expect(broker.happened.slice(-2)).toEqual(['wentOffline subDk01', 'offline subDk01'])
    expect(await broker.set(sub, '2500000000000000001', 'temp', '1')).toBe(false)
    expect((await request('logout', demo)).code).toBe(740)
  })

  it('goes offline with its gateway', async () => {
    await gw.end()
    await soon(() => expect(broker.happened).toContain('offline gwDk01'))
    expect(broker.happened).toContain('offline subDk01')
    expect(broker.directory.status(sub)).toBe('offline')
  })

  it('goes offline when the gateway connects anew, while the gateway itself does not', async () => {
    await connect(gateway, secrets.gateway)
    await soon(() => expect(broker.happened).toContain('offline subDk01'))
    expect(broker.happened).not.toContain('offline gwDk01')
  })

  it('may not connect by itself meanwhile, but may when it is signed out', async () => {
    await expect(connect(sub, secrets.sub)).rejects.toMatchObject({ code: 5 })
    await request('logout', sub)
    await connect(sub, secrets.sub)
    await soon(() => expect(broker.happened.at(-1)).toBe('online subDk01'))
  })

  it('leaves its own connection for the gateway without having been offline', async () => {
    const own = await connect(sub2, secrets.sub)
    await soon(() => expect(broker.happened).toContain('online subDk02'))
    expect((await login(sub2)).code).toBe(200)
    await soon(() => expect(own.client.connected).toBe(false))
    expect(broker.happened).not.toContain('offline subDk02')
    expect(await broker.set(sub2, '2500000000000000001', 'temp', '1')).toBe(true)
    await soon(() => expect(gw.arrived.some(({ topic }) => topic === topics.set(sub2))).toBe(true))
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { deviceSignText } from '#contract/wire/credentials.ts'
import { type DeviceAddress, topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import { eachWithAGateway } from './each-with-a-gateway.test-support.ts'
import { sign } from './sign.ts'
import { addresses, many, secrets } from './start-test-broker.test-support.ts'

const { gateway, gateway2, sub, sub2, subDisabled, demo } = addresses
const timestamp = '1700000000000'
const under = eachWithAGateway()
const identity = (each: DeviceAddress) => ({ assetId: `asset-${each.deviceKey}`, ...each })

describe('signing a sub-device in (§5.4)', () => {
  beforeEach(async () => {
    await under.add([sub, sub2, subDisabled])
    under.broker.directory.link(gateway, subDisabled)
  })

  it('takes vector M5, as both SDKs sign it, and answers who it is', async () => {
    const proof = { ...sub, clientId: 'subDk01', timestamp, signMethod: 'sha256', cleanSession: 'true' }
    under.broker.directory.link(gateway, sub)
    const signed = '3C5CBF3B76E1F802FADADA28A7819614ECB47DDF471BB4BC9224C524DA9CC2F9'
    expect(await under.request('login', { ...proof, sign: signed })).toMatchObject({ code: 200, data: identity(sub) })
    expect(under.broker.directory.status(sub)).toBe('online')
  })

  it('takes vector M6, with cleanSession signed as the documents say', async () => {
    under.broker.directory.link(gateway, sub)
    const proof = { ...sub, clientId: 'subDk01', timestamp, signMethod: 'sha256', cleanSession: 'true' }
    const signed = 'CF930F8397A48E1D68160C33653269B8BB8F3A6AA0302D29B3A0456B80295032'
    expect((await under.request('login', { ...proof, sign: signed })).code).toBe(200)
    // But only where it was given.
    const { cleanSession: _, ...without } = proof
    expect((await under.request('login', { ...without, sign: signed })).code).toBe(742)
  })

  it('takes a timestamp as a number, and lower-case hex', async () => {
    under.broker.directory.link(gateway, sub)
    const signed = '3c5cbf3b76e1f802fadada28a7819614ecb47ddf471bb4bc9224c524da9cc2f9'
    const proof = { ...sub, clientId: 'subDk01', timestamp: 1_700_000_000_000, sign: signed }
    expect((await under.request('login', proof)).code).toBe(200)
  })

  it('answers before the sub-device is online for commands', async () => {
    under.broker.directory.link(gateway, sub)
    await under.login(sub)
    await soon(() => expect(under.broker.happened.slice(-2)).toEqual(['cameOnline subDk01', 'online subDk01']))
    await under.login(sub)
    expect(under.broker.happened.filter((what) => what === 'online subDk01')).toHaveLength(1)
  })

  it.each([
    [705, 'an unknown device', { productKey: 'subPk01', deviceKey: 'nobody' }, {}],
    [723, 'a disabled device', subDisabled, {}],
    [740, 'a device of no gateway', demo, { sign: '' }],
    [742, 'a wrong signature', sub, { sign: sign('guessed') }],
    [742, 'another method', sub, { signMethod: 'md5' }],
  ])('is answered %i for %s', async (code, _, each, more) => {
    under.broker.directory.link(gateway, sub)
    const proof =
      code === 740 ? under.gateway.proof(each, secrets.device) : { ...under.gateway.proof(each, secrets.sub), ...more }
    expect((await under.request('login', proof)).code).toBe(code)
    expect(under.broker.happened).not.toContain(`online ${each.deviceKey}`)
  })

  it('is answered 740 through another gateway', async () => {
    under.broker.directory.link(gateway, sub)
    const second = await under.connect(gateway2, secrets.gateway)
    expect((await under.request('login', second.proof(sub, secrets.sub), second, gateway2)).code).toBe(740)
  })

  it("activates with the product's secret, and tells the sub-device's own", async () => {
    under.broker.directory.link(gateway, sub)
    expect((await under.login(sub, { ...under.gateway.proof(sub, secrets.product), secureMode: '3' })).code).toBe(200)
    await soon(() => expect(under.gateway.arrived.map(({ topic }) => topic)).toContain(topics.activateInfo(sub)))
    expect((await under.login(sub, { ...under.gateway.proof(sub, secrets.product), secureMode: 3 })).code).toBe(770)
  })
})

describe('signing many in at once (§5.4)', () => {
  it("takes vector M7, signed with the gateway's product key as client id", async () => {
    under.broker.directory.link(gateway, sub)
    const signed = '618A8E86C615DE502F907628B791D241BB712E5725D4568D5B3E6FDE879A5F36'
    const params = { clientId: 'gwPk01', timestamp, subDevices: [{ ...sub, sign: signed, secureMode: 2 }] }
    expect(await under.request('loginBatch', params)).toMatchObject({
      code: 200,
      data: { loginedSubDevices: [identity(sub)], failedSubDevices: [] },
    })
    expect(under.broker.directory.status(sub)).toBe('online')
  })

  it('names those that it took and those that it refused', async () => {
    for (const each of [sub, sub2, subDisabled]) under.broker.directory.link(gateway, each)
    const entry = (each: DeviceAddress) => {
      const text = deviceSignText({ clientId: 'gwPk01', ...each, timestamp }, secrets.sub)
      return { ...each, sign: sign(text), secureMode: '2' }
    }
    const params = { clientId: 'gwPk01', timestamp, subDevices: [sub, subDisabled, sub2].map(entry) }
    expect(await under.request('loginBatch', params)).toMatchObject({
      code: 723,
      data: { loginedSubDevices: [identity(sub), identity(sub2)], failedSubDevices: [subDisabled] },
    })
    expect(under.broker.directory.status(sub2)).toBe('online')
  })

  it('lets no more than 200 be online', async () => {
    const text = (each: DeviceAddress) => deviceSignText({ clientId: 'gwPk01', ...each, timestamp }, secrets.sub)
    for (const each of many) under.broker.directory.link(gateway, each)
    const subDevices = many.map((each) => ({ ...each, sign: sign(text(each)) }))
    const { code, data } = await under.request('loginBatch', { clientId: 'gwPk01', timestamp, subDevices })
    expect(code).toBe(700)
    expect(data).toMatchObject({ failedSubDevices: [many[200]] })
    // One that is online already takes no further place.
    const again = { clientId: 'gwPk01', timestamp, subDevices: subDevices.slice(0, 3) }
    expect((await under.request('loginBatch', again)).code).toBe(200)
  })
})

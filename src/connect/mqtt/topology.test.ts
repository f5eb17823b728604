import { describe, expect, it } from 'vitest'
import { eachWithAGateway } from './each-with-a-gateway.test-support.ts'
import { sign } from './sign.ts'
import { addresses, secrets } from './start-test-broker.test-support.ts'

const { sub, sub2, subDisabled, demo } = addresses
const under = eachWithAGateway()

describe('the topology of a gateway (§5.4)', () => {
  it('takes signed sub-devices, lists and forgets them', async () => {
    expect(await under.add([sub, sub2])).toMatchObject({ code: 200, data: {} })
    expect((await under.request('topoGet', {})).data).toEqual([sub, sub2])
    expect((await under.request('topoDelete', [sub])).code).toBe(200)
    expect((await under.request('topoGet', {})).data).toEqual([sub2])
  })

  it('takes all entries or none', async () => {
    const wrong = { ...under.gateway.proof(sub2, secrets.sub), sign: sign('guessed') }
    const answer = await under.request('topoAdd', [under.gateway.proof(sub, secrets.sub), wrong])
    expect(answer).toMatchObject({ code: 1255, message: expect.stringContaining('subDk02') })
    expect((await under.request('topoGet', {})).data).toEqual([])
  })

  it.each([
    ['an unknown device', [{ productKey: 'subPk01', deviceKey: 'nobody' }]],
    ['a disabled device', [subDisabled]],
  ])('refuses %s with 1255', async (_, subs) => {
    expect((await under.add(subs)).code).toBe(1255)
  })

  it('refuses what is no list of proofs, and devices that are no gateways, with 1255', async () => {
    expect((await under.request('topoAdd', {})).code).toBe(1255)
    const ordinary = await under.connect(demo, secrets.device)
    expect((await under.request('topoAdd', [ordinary.proof(sub, secrets.sub)], ordinary, demo)).code).toBe(1255)
  })

  it('signs a sub-device out that it forgets', async () => {
    await under.add([sub])
    await under.login(sub)
    await under.request('topoDelete', [sub])
    expect(under.broker.directory.status(sub)).toBe('offline')
    expect(await under.broker.set(sub, '2500000000000000001', 'temp', '1')).toBe(false)
  })
})

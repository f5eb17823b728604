import { afterEach, describe, expect, it } from 'vitest'
import { reset, type Script, startScriptedGateway, text } from '../scripted-gateway.suite.ts'
import { createCall } from './call.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(scripts: Record<string, Script> = {}) {
  const gateway = await startScriptedGateway({ get: text('{"code":0}'), ...scripts })
  const enos = createCall(gateway.address, { accessKey: 'key-of-app', secretKey: 'secret-of-app' })
  stops.push(gateway.stop, enos.stop)
  const call = () => enos.call({ name: 'getDevice', query: { orgId: 'o1', assetId: 'a b+c' }, body: '' })
  return { gateway, call }
}

const token = (accessToken: string, expire: number): Script =>
  text(JSON.stringify({ stauts: 0, msg: 'SUCCESS', data: { accessToken, expire } }))

describe('the access token', () => {
  it('is fetched once for all who ask at the same time, and kept', async () => {
    const { gateway, call } = await start()
    await Promise.all(Array.from({ length: 20 }, call))
    await call()
    expect(gateway.calls('token')).toHaveLength(1)
    expect(new Set(gateway.tokensOf('get'))).toEqual(new Set(['T1']))
    expect(gateway.calls('token')[0]?.body).not.toContain('secret')
    expect(gateway.calls('get')[0]?.query.get('assetId')).toBe('a b+c')
  })

  it('that ends within five minutes is not asked for at every call: EnOS would hand out the same one', async () => {
    const { gateway, call } = await start({ token: token('short', 200) })
    await call()
    await call()
    expect(gateway.calls('token')).toHaveLength(1)
  })

  it('that has ended is fetched anew', async () => {
    const { gateway, call } = await start({ token: token('over', 0) })
    await call()
    await call()
    expect(gateway.calls('token')).toHaveLength(2)
  })

  it('that is turned away for all at once is renewed once for all', async () => {
    const { gateway, call } = await start({
      get: (received, response) =>
        received.headers['apim-accesstoken'] === 'T1'
          ? text('{"code":1203,"msg":"token expired"}')(received, response)
          : text('{"code":0}')(received, response),
    })
    const answers = await Promise.all(Array.from({ length: 20 }, call))
    expect(answers.every((answer) => answer.text === '{"code":0}')).toBe(true)
    expect(gateway.calls('token')).toHaveLength(2)
    const timestamps = gateway.calls('token').map(({ body }) => JSON.parse(body).timestamp)
    expect(new Set(timestamps).size).toBe(2)
  })

  it('is asked for once more where another program of the application took the millisecond', async () => {
    let asked = 0
    const { gateway, call } = await start({
      token: (received, response) => {
        asked += 1
        return (asked === 1 ? text('{"status":1001,"msg":"repeated"}') : token('T2', 7200))(received, response)
      },
    })
    expect((await call()).text).toBe('{"code":0}')
    const timestamps = gateway.calls('token').map(({ body }) => JSON.parse(body).timestamp)
    expect(new Set(timestamps).size).toBe(2)
  })

  it('failure is not kept: the next call asks again', async () => {
    const { gateway, call } = await start({ token: text('', 500) })
    await expect(call()).rejects.toMatchObject({ failure: 'tokenInternal' })
    gateway.scripts.token = token('T', 7200)
    expect((await call()).status).toBe(200)
  })
})

describe('a look-up', () => {
  it('is asked again where a kept connection was dropped unheard, and no more than once', async () => {
    let cuts = 0
    const { gateway, call } = await start({
      get: (received, response) => (cuts-- > 0 ? reset(received, response) : text('{"code":0}')(received, response)),
    })
    await call()
    cuts = 1
    expect((await call()).text).toBe('{"code":0}')
    cuts = 2
    await expect(call()).rejects.toMatchObject({ failure: 'connectionLost' })
    expect(gateway.calls('get')).toHaveLength(5)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { endpoints } from '#contract/enos/endpoints.ts'
import { orgId, runProxy } from '../running-proxy.suite.ts'
import { envelope, inTurn, type Script, startScriptedGateway, text } from '../scripted-gateway.suite.ts'
import { createCall } from './call.ts'
import { readAnswer } from './read-answer.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const tooMany =
  (retryAfter: string): Script =>
  (_call, response) =>
    void response.writeHead(429, { 'retry-after': retryAfter }).end('{"message":"API rate limit exceeded"}')

async function start(scripts: Record<string, Script>) {
  const gateway = await startScriptedGateway(scripts)
  const enos = createCall(gateway.address, { accessKey: 'a', secretKey: 's' })
  stops.push(gateway.stop, enos.stop)
  const call = async () => readAnswer(await enos.call({ name: 'getDevice', query: { orgId: 'o1' }, body: '' }))
  return { gateway, call }
}

describe('HTTP 429 with Retry-After', () => {
  it('makes a look-up wait that long, and ask once more', async () => {
    const { gateway, call } = await start({ get: inTurn(tooMany('1'), envelope(0)) })
    const before = Date.now()
    expect(await call()).toMatchObject({ code: 0 })
    expect(Date.now() - before).toBeGreaterThanOrEqual(900)
    expect(gateway.calls('get')).toHaveLength(2)
  })

  it('no third time: the second refusal is told', async () => {
    const { gateway, call } = await start({ get: tooMany('0') })
    await expect(call()).rejects.toMatchObject({ failure: 'gatewayTooMany' })
    expect(gateway.calls('get')).toHaveLength(2)
  })

  it.for<[string, () => string]>([
    ['60', () => '60'],
    ['a time', () => new Date(Date.now() + 60_000).toUTCString()],
  ])('of %s is told with its seconds, and the gateway is left alone until then', async ([, retryAfter]) => {
    const { gateway, call } = await start({ get: tooMany(retryAfter()) })
    await expect(call()).rejects.toMatchObject({ message: expect.stringMatching(/try again in [56]\d s/) })
    await expect(call()).rejects.toMatchObject({ failure: 'gatewayTooMany' })
    expect(gateway.calls('get')).toHaveLength(1)
  })

  it('at the token service is told the same way', async () => {
    const { call } = await start({ token: tooMany('30') })
    await expect(call()).rejects.toMatchObject({
      failure: 'gatewayTooMany',
      message: 'API rate limit exceeded; try again in 30 s',
    })
  })

  it('is no reason to ask again where it asks for no wait', async () => {
    const { gateway, call } = await start({ get: text('', 429) })
    await expect(call()).rejects.toMatchObject({ failure: 'gatewayTooMany', message: 'HTTP 429' })
    expect(gateway.calls('get')).toHaveLength(1)
  })

  it('is told of a set, which is not sent again', async () => {
    const gateway = await startScriptedGateway({ setMeasurepoint: tooMany('1') })
    const proxy = await runProxy(gateway.address)
    stops.push(gateway.stop, proxy.stop)
    expect(await proxy.outcomeOf()).toMatchObject({
      outcome: 'notSent',
      failure: 'gatewayTooMany',
      message: 'API rate limit exceeded; try again in 1 s',
    })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  })

  it('reaches the panel with its seconds, by header and data, of a look-up and of a send', async () => {
    const gateway = await startScriptedGateway({ setMeasurepoint: tooMany('300'), get: tooMany('300') })
    const proxy = await runProxy(gateway.address)
    stops.push(gateway.stop, proxy.stop)
    const waitOf = async (answer: Response) => {
      const { code, data } = JSON.parse(await answer.text())
      expect([answer.status, code]).toEqual([429, 429])
      expect(answer.headers.get('retry-after')).toBe(String(data.retryAfter))
      return data.retryAfter
    }
    const device = `${endpoints.getDevice.path}?action=get&orgId=${orgId}&assetId=a1`
    expect(await waitOf(await proxy.set({ key: 'the-same-key' }))).toBeGreaterThan(270)
    // Its recorded outcome, asked for again.
    expect(await waitOf(await proxy.set({ key: 'the-same-key' }))).toBeGreaterThan(270)
    expect(await waitOf(await fetch(`${proxy.url}${device}`))).toBeGreaterThan(270)
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
    // What the send was told holds for look-ups too.
    expect(gateway.calls('get')).toEqual([])
  })
})

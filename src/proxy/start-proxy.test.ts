import { afterEach, describe, expect, it } from 'vitest'
import { sessionSchema } from '#contract/panel/session.ts'
import { orgId, runProxy } from './running-proxy.suite.ts'
import { commandId, envelope, hang, type Script, startScriptedGateway } from './scripted-gateway.suite.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(scripts: Record<string, Script>) {
  const gateway = await startScriptedGateway(scripts)
  stops.push(gateway.stop)
  const proxy = await runProxy(gateway.address)
  stops.push(proxy.stop)
  return { gateway, proxy }
}

describe('the proxy', { timeout: 60_000 }, () => {
  it('sends a value signed, as it was typed, and answers with the gateway’s own words', async () => {
    const { gateway, proxy } = await start({ setMeasurepoint: envelope(0, { commandId }) })
    const answer = await proxy.set({ body: '{"value":1.0}' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(`{"code":0,"msg":"OK","requestId":"r-1","data":{"commandId":"${commandId}"}}`)
    const [call] = gateway.calls('setMeasurepoint')
    expect(call?.body).toBe('{"value":1.0}')
    expect(call?.headers['apim-accesstoken']).toBe('T1')
    const { items } = await proxy.operations()
    expect(items).toMatchObject([
      { outcome: 'done', commandId, body: '{"value":1.0}', person: 'Local user', failure: null, state: 5 },
    ])
    expect(items[0]?.steps.map(({ kind }) => kind)).toEqual(['recorded', 'sent', 'answered'])
  })

  it('tells who looks and at what, without a secret', async () => {
    const { proxy } = await start({})
    const text = await (await fetch(`${proxy.url}/api/session`)).text()
    expect(sessionSchema.parse(JSON.parse(text))).toMatchObject({ person: { id: 'local' }, gateways: [{ orgId }] })
    expect(text).not.toContain('SecretKey')
    expect(text).not.toContain('AccessKey')
  })

  it('goes on with a send whose panel has gone', async () => {
    const { gateway, proxy } = await start({ setMeasurepoint: envelope(0, { commandId }) })
    let answer = (): void => {}
    gateway.scripts.setMeasurepoint = (received, response) => {
      answer = () => void envelope(0, { commandId })(received, response)
    }
    const panel = new AbortController()
    const sent = proxy.set({ signal: panel.signal }).catch(() => 'gone')
    await expect.poll(() => gateway.calls('setMeasurepoint').length).toBe(1)
    panel.abort()
    expect(await sent).toBe('gone')
    answer()
    await expect.poll(async () => (await proxy.operations()).items).toMatchObject([{ outcome: 'done' }])
  })

  it('breaks off what takes too long when it is stopped, and remembers it as unknown', async () => {
    const { gateway, proxy } = await start({ setMeasurepoint: hang })
    const sent = proxy.set({ query: { timeout: '60' } })
    await expect.poll(() => gateway.calls('setMeasurepoint').length).toBe(1)
    await proxy.stop()
    expect(await (await sent).json()).toMatchObject({ code: 60011 })
    const again = await runProxy(gateway.address, { dataDirectory: proxy.config.dataDirectory })
    stops.push(again.stop)
    expect((await again.operations()).items).toMatchObject([{ outcome: 'unknown', failure: 'connectionLost' }])
  })

  it('is refused the data folder of another that runs, with a sentence, and gets it once that has stopped', async () => {
    const { gateway, proxy } = await start({})
    const { dataDirectory } = proxy.config
    await expect(runProxy(gateway.address, { dataDirectory })).rejects.toThrow(
      `the data folder ${dataDirectory} is in use by another Setpoint proxy`,
    )
    await proxy.stop()
    const again = await runProxy(gateway.address, { dataDirectory })
    stops.push(again.stop)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { sessionSchema } from '#contract/panel/session.ts'
import { orgId, runProxy } from './running-proxy.suite.ts'
import { commandId, envelope, type Script, startScriptedGateway } from './scripted-gateway.suite.ts'

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

describe('the proxy', () => {
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
    expect(sessionSchema.parse(JSON.parse(text))).toMatchObject({ person: { id: 'local' }, gateway: { orgId } })
    expect(text).not.toContain('SecretKey')
    expect(text).not.toContain('AccessKey')
  })
})

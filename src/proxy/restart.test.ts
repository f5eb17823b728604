import { afterEach, describe, expect, it } from 'vitest'
import { newDirectory, runProxy } from './running-proxy.suite.ts'
import { command, commandId, envelope, hang, type Script, startScriptedGateway } from './scripted-gateway.suite.ts'
import { spawnProxy } from './spawned-proxy.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(scripts: Record<string, Script>) {
  const gateway = await startScriptedGateway(scripts)
  stops.push(gateway.stop)
  const dataDirectory = newDirectory()
  const child = await spawnProxy(gateway.address, dataDirectory)
  stops.push(() => child.end('SIGKILL'))
  return { gateway, child, dataDirectory }
}

async function restart(address: string, dataDirectory: string) {
  const proxy = await runProxy(address, { dataDirectory })
  stops.push(proxy.stop)
  return proxy
}

describe('a proxy that is killed', { timeout: 60_000 }, () => {
  it('in the middle of a set leaves it unknown, and nothing sends it again', async () => {
    const { gateway, child, dataDirectory } = await start({ setMeasurepoint: hang })
    const key = 'in-the-middle'
    const cut = child.panel.set({ key }).catch(() => 'cut')
    await expect.poll(() => gateway.calls('setMeasurepoint').length).toBe(1)
    await child.end('SIGKILL')
    expect(await cut).toBe('cut')

    const proxy = await restart(gateway.address, dataDirectory)
    const { items } = await proxy.operations()
    expect(items).toMatchObject([{ idempotencyKey: key, outcome: 'unknown', failure: 'interrupted' }])
    const again = await proxy.set({ key })
    expect(again.status).toBe(500)
    expect(await again.json()).toMatchObject({ code: 60013, submsg: null, data: null })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  })

  it('goes on following the commands that were accepted', async () => {
    const { gateway, child, dataDirectory } = await start({
      setMeasurepoint: envelope(0, { commandId }),
      get: command(1),
    })
    const { id } = await child.panel.outcomeOf({ query: { pendingTtl: '600' } })
    await child.end('SIGKILL')
    gateway.scripts.get = command(5)
    const proxy = await restart(gateway.address, dataDirectory)
    await expect.poll(() => proxy.operation(id)).toMatchObject({ outcome: 'done', state: 5 })
  })

  it('under load has lost nothing that it acknowledged and sent nothing twice', async () => {
    const { gateway, child, dataDirectory } = await start({ setMeasurepoint: envelope(0, { commandId }) })
    const keys = Array.from({ length: 200 }, (_, number) => `under-load-${number}`)
    const answered: string[] = []
    const sends = keys.map(async (key) => {
      await child.panel.set({ key }).then(async (answer) => {
        await answer.text()
        answered.push(key)
      })
    })
    const all = Promise.allSettled(sends)
    await expect.poll(() => answered.length, { interval: 5, timeout: 40_000 }).toBeGreaterThan(20)
    await child.end('SIGKILL')
    await all
    const proxy = await restart(gateway.address, dataDirectory)
    const { items } = await proxy.operations({ limit: '200' })
    const outcomes = new Map(items.map(({ idempotencyKey, outcome }) => [idempotencyKey, outcome]))
    expect(answered.filter((key) => outcomes.get(key) !== 'done')).toEqual([])
    expect([...outcomes.values()].filter((outcome) => outcome !== 'done' && outcome !== 'unknown')).toEqual([])
    const before = gateway.calls('setMeasurepoint').length
    expect(before).toBeLessThanOrEqual(items.length)
    for (const key of outcomes.keys()) await proxy.set({ key })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(before)
  })

  it('politely, lets the gateway answer first and ends with 0', async () => {
    let answer = (): void => {}
    const { gateway, child, dataDirectory } = await start({
      setMeasurepoint: (received, response) => {
        answer = () => envelope(0, { commandId })(received, response)
      },
    })
    const sent = child.panel.set()
    await expect.poll(() => gateway.calls('setMeasurepoint').length).toBe(1)
    const ended = child.end('SIGTERM')
    setTimeout(() => answer(), 300)
    expect((await sent).status).toBe(200)
    expect(await ended).toBe(0)
    const log = child.output()
    for (const step of ['recorded', 'sent', 'answered']) expect(log).toContain(`"msg":"${step}"`)
    expect(log).not.toMatch(/SecretKey|AccessKey|"T1"/)
    const proxy = await restart(gateway.address, dataDirectory)
    expect((await proxy.operations()).items).toMatchObject([{ outcome: 'done' }])
  })
})

describe('a second proxy on the same data folder', () => {
  it('fails, and leaves the operations of the first alone', async () => {
    let answer = (): void => {}
    const gateway = await startScriptedGateway({
      setMeasurepoint: (received, response) => {
        answer = () => void envelope(0, { commandId })(received, response)
      },
    })
    stops.push(gateway.stop)
    const first = await restart(gateway.address, newDirectory())
    const sent = first.set()
    await expect.poll(() => gateway.calls('setMeasurepoint').length).toBe(1)
    const { dataDirectory } = first.config
    await expect(runProxy(gateway.address, { dataDirectory })).rejects.toThrow('in use by another Setpoint proxy')
    expect((await first.operations()).items).toMatchObject([{ outcome: 'waiting' }])
    answer()
    await sent
    expect((await first.operations()).items).toMatchObject([{ outcome: 'done' }])
  })
})

import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProxyConfig } from '../config.ts'
import { addPerson, goodPassword } from '../people/people.suite.ts'
import { runProxy } from '../running-proxy.suite.ts'
import {
  command,
  commandId,
  envelope,
  inTurn,
  reset,
  type Script,
  startScriptedGateway,
} from '../scripted-gateway.suite.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(scripts: Record<string, Script> = {}, change: Partial<ProxyConfig> = {}) {
  const gateway = await startScriptedGateway(scripts)
  stops.push(gateway.stop)
  const proxy = await runProxy(gateway.address, change)
  stops.push(proxy.stop)
  return proxy
}

/** The lines of /metrics by name and labels, without the histograms' buckets. */
async function figuresOf(url: string): Promise<Record<string, number>> {
  const answer = await fetch(`${url}/metrics`)
  expect(answer.status).toBe(200)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !/^#|_bucket/.test(line))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

/** As another name than the address, which fetch does not let one say. */
const statusUnder = (host: string, url: string) =>
  new Promise<number>((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      text(response).then(() => resolve(response.statusCode ?? 0), reject)
    })
      .on('error', reject)
      .end()
  })

describe('the figures of the proxy', () => {
  it('count operations by outcome and failure, and tell what is open, unresolved and how the gateway does', async () => {
    const setMeasurepoint = inTurn(envelope(0, { commandId }), envelope(11900), envelope(0, { commandId }), reset)
    const proxy = await start({ setMeasurepoint, getCommand: command(1), queryLatest: envelope(0, []) })
    expect(await figuresOf(proxy.url)).toMatchObject({
      'setpoint_info{program="proxy",version="test"}': 1,
      'setpoint_operations_total{kind="instant",outcome="unknown"}': 0,
      'setpoint_operations_open{outcome="queued"}': 0,
      setpoint_operations_unresolved: 0,
    })
    await proxy.outcomeOf()
    await proxy.outcomeOf()
    await proxy.outcomeOf({ query: { pendingTtl: '600', timeout: '30', measurepointId: 'q' } })
    await proxy.outcomeOf({ query: { measurepointId: 'r' } })
    expect(await figuresOf(proxy.url)).toMatchObject({
      'setpoint_operations_recorded_total{kind="instant"}': 3,
      'setpoint_operations_recorded_total{kind="cached"}': 1,
      'setpoint_operations_total{kind="instant",outcome="done"}': 1,
      'setpoint_operations_total{kind="instant",outcome="notSent"}': 1,
      'setpoint_operations_total{kind="instant",outcome="unknown"}': 1,
      'setpoint_operation_failures_total{failure="deviceOffline"}': 1,
      'setpoint_operation_failures_total{failure="connectionLost"}': 1,
      'setpoint_send_seconds_count{kind="instant"}': 2,
      'setpoint_send_seconds_count{kind="cached"}': 1,
      'setpoint_operations_open{outcome="queued"}': 1,
      setpoint_operations_unresolved: 1,
      'setpoint_gateway_answers{gateway="enos"}': expect.any(Number),
      setpoint_panels_open: 0,
      'setpoint_log_lines_total{level="error"}': 0,
    })
    // The finding of a person is no second end.
    const [unknown] = (await proxy.operations({ unresolved: '1' })).items
    const said = await proxy.post(`/api/operations/${unknown?.id}/acknowledge`, { reason: 'looked at it' })
    expect(said.status).toBe(200)
    const after = await figuresOf(proxy.url)
    expect(after['setpoint_operations_total{kind="instant",outcome="unknown"}']).toBe(1)
    expect(after.setpoint_operations_unresolved).toBe(0)
  })

  it('hold no id, name, value or secret, and routes instead of addresses', async () => {
    const proxy = await start({ setMeasurepoint: envelope(0, { commandId }) })
    await proxy.outcomeOf({ body: '{"value":21.507512345678}' })
    await proxy.get('/made-up')
    const all = await (await proxy.get('/metrics')).text()
    expect(all).toContain('route="/api/operations/:id"')
    for (const word of [
      'Ab3dE9xQ',
      '21.507512345678',
      'Local user',
      'demoAccessKey',
      'demoSecretKey',
      'made-up',
      commandId,
    ])
      expect(all).not.toContain(word)
  })

  it('are JSON for who asks for it', async () => {
    const proxy = await start()
    const answer = await proxy.get('/metrics', { accept: 'application/json' })
    expect(await answer.json()).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'setpoint_operations_unresolved', type: 'gauge' })]),
    )
  })
})

describe('who may read the figures of the proxy', () => {
  it('is no person by their role, but this machine alone, though nobody is signed in', async () => {
    const proxy = await start()
    await addPerson(proxy.config.dataDirectory, 'ann')
    expect((await proxy.get('/metrics')).status).toBe(200)
    const { panel } = await proxy.signIn('ann', goodPassword)
    for (const asking of [proxy, panel]) {
      expect((await asking.get('/metrics', { 'x-forwarded-for': '10.1.2.3' })).status).toBe(403)
    }
    expect(await statusUnder('evil.example', `${proxy.url}/metrics`)).toBe(403)
  })

  it.for<[string, Partial<ProxyConfig>]>([
    ['PANEL_URL', { panelUrl: new URL('https://setpoint.plant.example') }],
    ['TRUSTED_PROXIES', { trustedProxies: ['127.0.0.1'] }],
  ])('is nobody without a token where %s tells of something in front', async ([_setting, change]) => {
    const people = await start()
    const { dataDirectory } = people.config
    await addPerson(dataDirectory, 'ann')
    await people.stop()
    const proxy = await start({}, { ...change, dataDirectory })
    expect((await proxy.get('/metrics')).status).toBe(403)
    expect((await proxy.get('/health')).status).toBe(200)
  })

  it('is whoever brings the token where one is set, and nobody else, on this machine neither', async () => {
    const metricsToken = 'a-token-of-some-length'
    const proxy = await start({}, { metricsToken, trustedProxies: ['127.0.0.1'] })
    expect((await proxy.get('/metrics')).status).toBe(401)
    expect((await proxy.get('/metrics', { authorization: 'Bearer wrong' })).status).toBe(401)
    const headers = { authorization: `Bearer ${metricsToken}`, 'x-forwarded-for': '10.1.2.3' }
    expect((await proxy.get('/metrics', headers)).status).toBe(200)
    // It opens nothing else.
    await addPerson(proxy.config.dataDirectory, 'ann')
    expect((await proxy.get('/api/session', headers)).status).toBe(401)
  })
})

describe('the health of the proxy', () => {
  const healthOf = async (url: string) => {
    const answer = await fetch(`${url}/health`)
    return [answer.status, await answer.json()]
  }

  it('is ready when it serves, and while what was sent ends, it is stopping and takes nothing', async () => {
    const waiting: (() => void)[] = []
    const setMeasurepoint: Script = (received, response) => {
      waiting.push(() => void envelope(0, { commandId })(received, response))
    }
    const proxy = await start({ setMeasurepoint })
    expect(await healthOf(proxy.url)).toEqual([200, { live: true, ready: true }])
    const sent = proxy.set({ query: { timeout: '60' } })
    // It is on record before it has left.
    await expect.poll(() => waiting.length).toBe(1)
    expect((await proxy.operations()).items).toHaveLength(1)
    const stopped = proxy.stop()
    expect(await healthOf(proxy.url)).toEqual([503, { live: true, ready: false, why: 'stopping' }])
    expect((await fetch(`${proxy.url}/health/live`)).status).toBe(200)
    expect((await proxy.set()).status).toBe(503)
    for (const answer of waiting) answer()
    expect((await sent).status).toBe(200)
    await stopped
  })

  it('is not ready while the database cannot be written, and is again afterwards', { timeout: 120_000 }, async () => {
    const proxy = await start()
    const other = new Sqlite(join(proxy.config.dataDirectory, 'proxy.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    expect(await healthOf(proxy.url)).toEqual([503, { live: true, ready: false, why: 'databaseNotWritable' }])
    other.exec('ROLLBACK')
    other.close()
    // A write of the proxy's own may have failed meanwhile, which counts for 10 s.
    await expect.poll(async () => (await healthOf(proxy.url))[0], { timeout: 60_000 }).toBe(200)
  })
})

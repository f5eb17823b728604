import { afterEach, expect, it } from 'vitest'
import { startProcess } from './connect/connect-process.test-support.ts'
import { connectHeater, type Heater, startSmall, temporaryFolder } from './connect/start-connect.test-support.ts'
import { failures } from './contract/enos/failures.ts'
import { isFinal, type Operation } from './contract/panel/operation.ts'
import { gatewayFor, newDirectory, type panelOf, runProxy } from './proxy/running-proxy.suite.ts'
import { spawnProxy } from './proxy/spawned-proxy.suite.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})
const application = { orgId: 'o1', accessKey: 'panel', secretKey: 'panel-secret' }

/** What the device was told to set, in its own words. */
const valuesTold = ({ received }: Heater): string[] =>
  received.map((request) => Object(Object(Object(request).params).temp).value)

/** Sends until the panel's server takes nothing more; what came of each, by its value. */
async function load(panel: ReturnType<typeof panelOf>, told: Map<string, number>): Promise<void> {
  for (;;) {
    const value = `10.${String(1_000_000 + told.size).slice(1)}`
    told.set(value, -1)
    const pendingTtl = told.size % 2 === 0 ? '0' : '600'
    const query = { orgId: 'o1', assetId: 'h1', measurepointId: 'temp', timeout: '20', pendingTtl }
    try {
      const answer = await panel.set({ key: `key-of-${value}`, body: `{"value":${value}}`, query })
      told.set(value, Object(await answer.json()).code)
    } catch {
      return
    }
  }
}

it('SIGTERM under load loses nothing: what anybody was told is on record, and true by the log of the device', async () => {
  const folders = { connect: temporaryFolder(), proxy: newDirectory() }
  const connect = await startProcess(folders.connect)
  ends.push(() => connect.kill('SIGKILL'))
  const before = await connectHeater(connect.mqttUrl)
  const environment = { ENOS_ORG_ID: 'o1', ENOS_ACCESS_KEY: 'panel', ENOS_SECRET_KEY: 'panel-secret' }
  const proxy = await spawnProxy(connect.url, folders.proxy, environment)
  ends.push(() => proxy.end('SIGKILL'))

  const told = new Map<string, number>()
  const senders = Array.from({ length: 12 }, () => load(proxy.panel, told))
  await expect.poll(() => valuesTold(before).length, { timeout: 90_000 }).toBeGreaterThan(60)
  expect(await Promise.all([proxy.end('SIGTERM'), connect.kill('SIGTERM')])).toEqual([0, 0])
  await Promise.all(senders)

  const nextConnect = await startSmall(folders.connect)
  ends.push(nextConnect.stop)
  const after = await connectHeater(nextConnect.mqttUrl)
  const gateways = [{ ...gatewayFor(nextConnect.url), ...application }]
  const panel = await runProxy(nextConnect.url, { dataDirectory: folders.proxy, gateways })
  ends.push(panel.stop)
  async function record(): Promise<Operation[]> {
    const all: Operation[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await panel.operations({ limit: '200', ...(cursor && { cursor }) })
      all.push(...page.items)
      cursor = page.cursor
    }
    return all
  }
  await expect
    .poll(async () => (await record()).filter(({ outcome }) => !isFinal(outcome)), { timeout: 90_000 })
    .toEqual([])

  const log = [...valuesTold(before), ...valuesTold(after)]
  expect(new Set(log).size).toBe(log.length)
  const outcomes = new Map((await record()).map(({ idempotencyKey, outcome }) => [idempotencyKey, outcome]))
  const notSent = Object.values(failures).filter(({ delivery }) => delivery === 'notSent')
  for (const [value, code] of told) {
    const outcome = outcomes.get(`key-of-${value}`)
    const isLogged = log.includes(value)
    if (code === 0) expect([value, outcome, isLogged]).toEqual([value, 'done', true])
    if (notSent.some((row) => row.code === code)) expect([value, isLogged]).toEqual([value, false])
    if (outcome === 'done') expect([value, isLogged]).toEqual([value, true])
    if (outcome === 'notSent' || outcome === 'refused' || outcome === undefined)
      expect([value, isLogged]).toEqual([value, false])
  }
  expect([...told.values()].filter((code) => code === 0).length).toBeGreaterThan(20)
}, 300_000)

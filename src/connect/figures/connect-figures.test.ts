import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { signIn } from '../http/signed-client.test-support.ts'
import { soon } from '../soon.test-support.ts'
import { connectHeater, startSmall, temporaryFolder } from '../start-connect.test-support.ts'
import type { Connect } from '../start-connect.ts'

const running: (() => unknown)[] = []
afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end()
})

async function start(...options: Parameters<typeof startSmall>) {
  const connect = await startSmall(...options)
  running.push(() => connect.stop())
  return { connect, call: await signIn(connect.url, 'panel', 'panel-secret') }
}
async function heater(connect: Connect, options?: Parameters<typeof connectHeater>[1]) {
  const device = await connectHeater(connect.mqttUrl, options)
  running.push(() => device.client.endAsync(true))
  return device
}

/** The lines of /metrics by name and labels, without the histograms' buckets. */
async function figuresOf({ url }: Connect, headers: Record<string, string> = {}): Promise<Record<string, number>> {
  const answer = await fetch(`${url}/metrics`, { headers })
  expect(answer.status).toBe(200)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !/^#|_bucket/.test(line))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

const point = { assetId: 'h1', measurepointId: 'temp' }

describe('the figures of connect', () => {
  it('count commands by kind and end, tell what waits and who is connected, and how long answers took', async () => {
    const { connect, call } = await start()
    expect(await figuresOf(connect)).toMatchObject({
      'setpoint_info{program="connect",version="test"}': 1,
      'setpoint_commands_total{kind="instant",state="succeeded"}': 0,
      setpoint_devices_online: 0,
      setpoint_commands_waiting: 0,
      setpoint_oldest_waiting_seconds: 0,
    })
    await call('setMeasurepoint', point, '{"value":6}')
    await call('setMeasurepoint', { ...point, pendingTtl: 600 }, '{"value":7}')
    const waiting = await figuresOf(connect)
    expect(waiting).toMatchObject({
      'setpoint_commands_accepted_total{kind="instant"}': 1,
      'setpoint_commands_accepted_total{kind="cached"}': 1,
      'setpoint_commands_total{kind="instant",state="failed"}': 1,
      setpoint_commands_waiting: 1,
      setpoint_longest_queue: 1,
      setpoint_devices_with_queue: 1,
    })
    await soon(async () => expect((await figuresOf(connect)).setpoint_oldest_waiting_seconds).toBeGreaterThan(0))

    const device = await heater(connect)
    await soon(async () => expect(device.received).toHaveLength(1))
    await call('setMeasurepoint', point, '{"value":8}')
    await device.reply(200)
    await soon(async () => {
      expect(await figuresOf(connect)).toMatchObject({
        'setpoint_commands_total{kind="cached",state="succeeded"}': 1,
        'setpoint_commands_total{kind="instant",state="succeeded"}': 1,
        'setpoint_device_answer_seconds_count{kind="cached"}': 1,
        'setpoint_device_answer_seconds_count{kind="instant"}': 1,
        setpoint_instant_command_seconds_count: 1,
        setpoint_cached_command_wait_seconds_count: 1,
        // Three stored, two sent, two ended; the refused one was stored as it ended.
        setpoint_write_seconds_count: 7,
        setpoint_commands_waiting: 0,
        setpoint_commands_in_flight: 0,
        setpoint_devices_online: 1,
        setpoint_device_sign_ins_total: 1,
        setpoint_ignored_replies_total: 1,
        'setpoint_http_request_seconds_count{route="/connect-service/v2.1/commands",status="2xx"}': 3,
      })
    })
  })

  it('tell of the process and its event loop', async () => {
    const { connect } = await start()
    const figures = await figuresOf(connect)
    expect(figures.process_resident_memory_bytes).toBeGreaterThan(10_000_000)
    expect(figures.process_cpu_seconds_total).toBeGreaterThan(0)
    expect(figures['setpoint_event_loop_delay_seconds{quantile="1"}']).toBeGreaterThanOrEqual(
      figures['setpoint_event_loop_delay_seconds{quantile="0.99"}'] ?? 0,
    )
  })

  it('belong to the program that was started, not to the process', async () => {
    const [one, other] = [await start(), await start()]
    await one.call('setMeasurepoint', point, '{"value":6}')
    const failed = 'setpoint_commands_total{kind="instant",state="failed"}'
    expect((await figuresOf(one.connect))[failed]).toBe(1)
    expect((await figuresOf(other.connect))[failed]).toBe(0)
  })

  it('hold no id, value or secret', async () => {
    const { connect, call } = await start()
    await heater(connect)
    await call('setMeasurepoint', point, '{"value":21.5075}')
    await fetch(`${connect.url}/made-up-path?orgId=o1`)
    const all = await (await fetch(`${connect.url}/metrics`)).text()
    for (const word of ['h1', 'dk1', 'pkHeater', 'temp"', '21.5075', 'panel', 'made-up'])
      expect(all).not.toContain(word)
  })
})

describe('who may read the figures of connect', () => {
  it('is this machine alone where no token is set, asked under its own name and past no proxy', async () => {
    const { connect } = await start()
    expect((await fetch(`${connect.url}/metrics`)).status).toBe(200)
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via']) {
      const answer = await fetch(`${connect.url}/metrics`, { headers: { [name]: '10.1.2.3' } })
      expect([name, answer.status]).toEqual([name, 403])
      expect(await answer.text()).not.toContain('setpoint_')
    }
    expect((await get(`${connect.url}/metrics`, undefined, { host: 'evil.example' })).status).toBe(403)
  })

  it('is whoever brings the token where one is set', async () => {
    const token = 'a-token-of-some-length'
    const { connect } = await start(undefined, undefined, { metricsToken: token })
    for (const authorization of [
      '',
      'Bearer ',
      `Basic ${token}`,
      'Bearer another-token-of-length',
      `Bearer ${token}x`,
    ]) {
      const answer = await fetch(`${connect.url}/metrics`, { headers: { authorization } })
      expect([authorization, answer.status]).toEqual([authorization, 401])
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    }
    const figures = await figuresOf(connect, { authorization: `Bearer ${token}`, 'x-forwarded-for': '10.1.2.3' })
    expect(figures.setpoint_devices_known).toBeGreaterThan(0)
  })
})

/** One request, over a connection that is kept where there is an agent. */
function get(url: string, agent?: Agent, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    request(url, { ...(agent ? { agent } : {}), headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
      .on('error', reject)
      .end()
  })
}

describe('the health of connect', () => {
  it('is ready when it serves, and says that it is stopping to whoever holds a connection', async () => {
    const { connect, call } = await start()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    running.push(() => agent.destroy())
    const health = await get(`${connect.url}/health`, agent)
    expect([health.status, JSON.parse(health.body)]).toEqual([200, { live: true, ready: true }])
    expect((await get(`${connect.url}/health/live`, agent)).status).toBe(200)

    const device = await heater(connect, { code: null })
    const answer = call('setMeasurepoint', { ...point, timeout: 20 }, '{"value":6}')
    await soon(async () => expect(device.received).toHaveLength(1))
    const stopped = connect.stop()
    const ending = await get(`${connect.url}/health`, agent)
    expect([ending.status, JSON.parse(ending.body)]).toEqual([503, { live: true, ready: false, why: 'stopping' }])
    await device.reply(200)
    expect((await answer).status).toBe(200)
    await stopped
  })

  it('is not ready while the database cannot be written, and is again afterwards', { timeout: 60_000 }, async () => {
    const dataDir = temporaryFolder()
    const { connect } = await start(dataDir)
    const other = new Sqlite(join(dataDir, 'connect.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    const answer = await fetch(`${connect.url}/health`)
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { live: true, ready: false, why: 'databaseNotWritable' },
    ])
    expect((await fetch(`${connect.url}/health/live`)).status).toBe(200)
    other.exec('ROLLBACK')
    other.close()
    await expect.poll(async () => (await fetch(`${connect.url}/health`)).status).toBe(200)
  })
})

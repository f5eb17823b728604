import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'setpoint-operating-'))
const token = 'a-token-of-the-test-0123456789'
const password = 'correct horse battery staple'
writeFileSync(join(folder, 'token'), `${token}\n`)
const settings = {
  ...{ PROXY_PORT: '0', CONNECT_PORT: '0', MQTT_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'trace' },
  ...{ ARGON2_MEMORY: '1024', ARGON2_PASSES: '1', METRICS_TOKEN_FILE: join(folder, 'token') },
}

/** `setpoint …` as a program of its own, with all that it says, and that of it which stands on standard output. */
function run(...words: string[]) {
  const child = spawn(process.execPath, [join(process.env.BUILT_PROGRAMS ?? '', 'setpoint.js'), ...words], {
    env: { ...process.env, ...settings },
  })
  const said = { text: '', lines: '' }
  child.stdout.setEncoding('utf8').on('data', (part) => {
    said.text += part
    said.lines += part
  })
  child.stderr.setEncoding('utf8').on('data', (part) => {
    said.text += part
  })
  return { child, said }
}

let started: ReturnType<typeof run>
/** What was started has said on standard output, up to the last whole line: what comes may end anywhere. */
const wholeLines = (): string[] => started.said.lines.split('\n').slice(0, -1)
let [panel, connect] = ['', '']
let cookie = ''
beforeAll(async () => {
  const adding = run('user', 'add', 'ann', '--role', 'operator')
  adding.child.stdin?.end(`${password}\n`)
  await once(adding.child, 'close')
  started = run('start')
  await vi.waitFor(() => expect(wholeLines().join('\n')).toMatch(/Setpoint is at http/), { timeout: 100_000 })
  panel = /Setpoint is at (\S+)/.exec(started.said.text)?.[1] ?? ''
  connect = /"name":"connect".*Server listening at ([^"]+)/.exec(started.said.text)?.[1] ?? ''
  const answer = await post('/api/sign-in', { name: 'ann', password })
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}, 180_000)
afterAll(() => {
  started.child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(panel + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie, ...headers },
  })

const { orgId, ...fleet } = JSON.parse(readFileSync('fleets/demo.json', 'utf8'))
const value = 2817.0625
const send = (key: string, query: Record<string, string>) => {
  const search = new URLSearchParams({ action: 'setMeasurepoint', orgId, assetId: '6Bt59ySj', ...query })
  const headers = { 'idempotency-key': `key-of-the-test-${key}` }
  return post(`/connect-service/v2.1/commands?${search}`, { value }, headers)
}
const point = { measurepointId: 'WTG.ActPowerLimit', timeout: '20' }

/** The names in `/metrics`, without what a histogram is made of. */
async function namesOf(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  return [...(await answer.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name)
}

describe('the whole product, watched', () => {
  it('writes a line for each step of a command in both programs, joined by its id', { timeout: 180_000 }, async () => {
    const search = new URLSearchParams({ action: 'get', orgId, assetId: '6Bt59ySj' })
    const device = async () =>
      await (await fetch(`${panel}/connect-service/v2.1/devices?${search}`, { headers: { cookie } })).json()
    await expect.poll(device, { timeout: 30_000 }).toMatchObject({ data: { status: 'online' } })
    expect(await (await send('online', point)).json()).toMatchObject({ code: 0 })
    const lines = () =>
      wholeLines()
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
    await expect.poll(() => lines().some(({ step }) => step === 'answered'), { timeout: 30_000 }).toBe(true)
    const steps = (name: string) => lines().filter((line) => line.name === name && line.step !== undefined)
    const { commandId } = steps('connect').find(({ step }) => step === 'succeeded')
    expect(steps('connect').filter((line) => line.commandId === commandId)).toMatchObject([
      { step: 'accepted', assetId: '6Bt59ySj', measurepointId: 'WTG.ActPowerLimit', kind: 'instant', state: 1 },
      { step: 'sent', state: 4 },
      { step: 'succeeded', state: 5, code: 0, ms: expect.any(Number) },
    ])
    const answered = steps('proxy').find(({ step }) => step === 'answered')
    expect(answered).toMatchObject({ commandId, person: 'ann', outcome: 'done', code: 0, ms: expect.any(Number) })
  })

  it('says all that it measures in docs/operating.md, and nothing else', async () => {
    const page = readFileSync('docs/operating.md', 'utf8')
    const told = new Set([...page.matchAll(/`((?:setpoint|process|nodejs)_\w+)/g)].map(([, name]) => name))
    const measured = new Set([...(await namesOf(panel)), ...(await namesOf(connect))])
    expect([...told].sort()).toEqual([...measured].sort())
  })

  it('tells people by "setpoint stats" how both servers do, and programs by --json', { timeout: 180_000 }, async () => {
    const table = run('stats', '--url', panel, '--url', connect)
    expect(await once(table.child, 'close')).toEqual([0, null])
    expect(table.said.text).toContain(
      `Panel’s server ${JSON.parse(readFileSync('package.json', 'utf8')).version} at ${panel}: ready, up`,
    )
    expect(table.said.text).toMatch(/Outcomes +done \d/)
    expect(table.said.text).toMatch(/Send to answer +half within [\d.]+ m?s, 99 of 100 within/)
    expect(table.said.text).toMatch(/Embedded EnOS .*: ready/)
    expect(table.said.text).toMatch(/Devices online +\d+ of 65/)
    const json = run('stats', '--url', connect, '--json')
    expect(await once(json.child, 'close')).toEqual([0, null])
    expect(JSON.parse(json.said.text)).toMatchObject([{ url: connect, program: 'connect', live: true, ready: true }])
    const none = run('stats', '--url', 'http://127.0.0.1:1')
    expect(await once(none.child, 'close')).toEqual([1, null])
    expect(none.said.text).toContain('http://127.0.0.1:1 does not answer')
  })

  // The last: it stops what the others ask.
  it('has no secret, token, password or value in any line, however much it logs', { timeout: 180_000 }, async () => {
    await send('queued', { ...point, pendingTtl: '600' })
    await expect.poll(() => started.said.text, { timeout: 60_000 }).toMatch(/"step":"succeeded".*"cached"/)
    await post('/api/sign-in', { name: 'ann', password: 'a wrong password' })
    await fetch(`${panel}/metrics`, { headers: { authorization: 'Bearer a-wrong-token-0123456789' } })
    await fetch(`${connect}/connect-service/v2.1/commands?action=get&orgId=${orgId}`, {
      headers: {
        'apim-accesstoken': 'a-wrong-access-token',
        'apim-signature': 'a-wrong-signature',
        'apim-timestamp': '1',
      },
    })
    started.child.kill('SIGTERM')
    // Not before the last line is here.
    await once(started.child, 'close')
    const connectFile = new Sqlite(join(folder, 'connect.sqlite'), { readonly: true })
    const accessTokens = connectFile.prepare('SELECT access_token FROM access_token').pluck().all().map(String)
    const spent = connectFile.prepare('SELECT encryption FROM spent_encryption').pluck().all().map(String)
    connectFile.close()
    const secrets: string[] = [
      ...[token, password, 'a wrong password', 'a-wrong-token', 'a-wrong-access-token', 'a-wrong-signature'],
      ...[cookie.split('=')[1] ?? '', String(value)],
      ...accessTokens,
      ...spent,
      ...[...fleet.applications, ...fleet.products, ...fleet.devices]
        .flatMap(({ secretKey, productSecret, deviceSecret }) => [secretKey, productSecret, deviceSecret])
        .filter(Boolean),
    ]
    expect(accessTokens.length).toBeGreaterThan(0)
    expect(secrets.length).toBeGreaterThan(70)
    expect(secrets.every((secret) => secret.length > 8)).toBe(true)
    expect(started.said.text).toContain('"step":"accepted"')
    expect(secrets.filter((secret) => started.said.text.includes(secret))).toEqual([])
  })
})

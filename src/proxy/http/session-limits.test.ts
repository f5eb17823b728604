import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import type { ProxyConfig } from '../config.ts'
import { addPerson, besideProxy, goodPassword } from '../people/people.suite.ts'
import { type panelOf, runProxy } from '../running-proxy.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start(change: Partial<ProxyConfig> = {}) {
  const proxy = await runProxy('http://127.0.0.1:1', change)
  stops.push(proxy.stop)
  await addPerson(proxy.config.dataDirectory, 'ann')
  return { proxy, ann: (await proxy.signIn('ann', goodPassword)).panel }
}

type Panel = ReturnType<typeof panelOf>
const statusOf = async (panel: Panel) => (await panel.get('/api/session')).status
const saidSchema = z.object({ code: z.number(), data: z.unknown() })
const saidBy = async (answer: Response) => ({
  status: answer.status,
  retryAfter: answer.headers.get('retry-after'),
  ...saidSchema.parse(await answer.json()),
})

/** An open event stream, and whether it has ended by the server's doing. */
async function listen({ url, cookie = '' }: Panel) {
  const controller = new AbortController()
  stops.push(() => controller.abort())
  const answer = await fetch(`${url}/api/events`, { headers: { cookie }, signal: controller.signal })
  const stream = { status: answer.status, hasEnded: false, text: '', close: () => controller.abort() }
  const read = async () => {
    for await (const part of answer.body ?? []) stream.text += new TextDecoder().decode(part)
    stream.hasEnded = true
  }
  void read().catch(() => {})
  if (answer.ok) await expect.poll(() => stream.text).toContain('event: hello')
  return stream
}

describe('the idle limit', () => {
  it('comes though the panel polls and listens, and takes the stream with it', async () => {
    const { ann } = await start({ sessions: { idle: 3, absolute: 3600 } })
    const stream = await listen(ann)
    await expect.poll(() => statusOf(ann), { timeout: 8000, interval: 200 }).toBe(401)
    await expect.poll(() => stream.hasEnded).toBe(true)
    expect((await listen(ann)).status).toBe(401)
  })

  it('does not come while somebody does something, and calls that say that nobody does do not count', async () => {
    // The time of day goes on when the test says so, however long the machine takes.
    vi.useFakeTimers({ toFake: ['Date'] })
    const { ann } = await start({ sessions: { idle: 3, absolute: 3600 } })
    const ask = async (headers: Record<string, string> = {}) => (await ann.get('/api/operations', headers)).status
    const unattended = { 'setpoint-unattended': '1' }
    const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
    for (let n = 0; n < 5; n++) {
      later(2500)
      expect(await ask()).toBe(200)
    }
    later(1500)
    expect(await ask(unattended)).toBe(200)
    later(1499)
    expect(await ask(unattended)).toBe(200)
    later(1)
    expect(await ask(unattended)).toBe(401)
  })
})

describe('an event stream', () => {
  it.for<[string, (dataDirectory: string, ann: Panel) => Promise<unknown>]>([
    ['signs out', (_, ann) => ann.post('/api/sign-out', {})],
    ['signs out everywhere', (_, ann) => ann.post('/api/sign-out', { everywhere: true })],
    ['is disabled', (dataDirectory) => besideProxy(dataDirectory, (accounts) => accounts.disable('ann', true))],
    [
      'gets a new password',
      (dataDirectory) => besideProxy(dataDirectory, (accounts) => accounts.changePassword('ann', 'x', '')),
    ],
  ])('ends when its person %s, and no other does', async ([, end]) => {
    const { proxy, ann } = await start()
    await addPerson(proxy.config.dataDirectory, 'bob')
    const bob = (await proxy.signIn('bob', goodPassword)).panel
    const streams = [await listen(ann), await listen(bob)]
    await end(proxy.config.dataDirectory, ann)
    await expect.poll(() => streams.map(({ hasEnded }) => hasEnded)).toEqual([true, false])
  })

  it('goes on when its person signs in again', async () => {
    const { ann } = await start()
    const stream = await listen(ann)
    const again = (await ann.signIn('ann', goodPassword)).panel
    await again.post('/api/sign-out', {})
    await expect.poll(() => stream.hasEnded).toBe(true)
  })

  it('of the built-in user ends when there is somebody to sign in', async () => {
    const proxy = await runProxy('http://127.0.0.1:1')
    stops.push(proxy.stop)
    const stream = await listen(proxy)
    await addPerson(proxy.config.dataDirectory, 'ann')
    await expect.poll(() => stream.hasEnded).toBe(true)
  })
})

describe('attempts to sign in', () => {
  it('are told to wait after five failures, over a restart too, with the right password as well', async () => {
    const { proxy } = await start()
    for (let n = 0; n < 5; n++) expect((await proxy.signIn('ann', 'a wrong password')).answer.status).toBe(401)
    const refused = await saidBy((await proxy.signIn('ann', goodPassword)).answer)
    expect(refused).toMatchObject({ status: 429, code: 60032 })
    expect(Number(refused.retryAfter)).toBeGreaterThan(10)
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(30)
    expect(refused.data).toMatchObject({ retryAfter: Number(refused.retryAfter) })
    await proxy.stop()
    const again = await runProxy('http://127.0.0.1:1', { dataDirectory: proxy.config.dataDirectory })
    stops.push(again.stop)
    expect((await again.signIn('ann', goodPassword)).answer.status).toBe(429)
  })

  it('on a name that nobody has wait the same', async () => {
    const { proxy } = await start()
    const codes: number[] = []
    for (let n = 0; n < 6; n++) codes.push((await saidBy((await proxy.signIn('bob', 'x')).answer)).code)
    expect(codes).toEqual([60031, 60031, 60031, 60031, 60031, 60032])
  })

  it('that come all at once leave the server answering', async () => {
    const { proxy, ann } = await start({ passwordCost: { memory: 16_384, passes: 2 } })
    const storm = Array.from({ length: 60 }, (_, n) => proxy.signIn(`person${n}`, 'a wrong password'))
    expect(await statusOf(ann)).toBe(200)
    const codes = await Promise.all(storm.map(async (one) => (await saidBy((await one).answer)).code))
    expect(codes.every((code) => [60031, 60032, 60033].includes(code))).toBe(true)
  })
})

describe('streams', () => {
  it('may not be many of one session at once', async () => {
    const { proxy, ann } = await start()
    await addPerson(proxy.config.dataDirectory, 'bob')
    const bob = (await proxy.signIn('bob', goodPassword)).panel
    const streams = await Promise.all(Array.from({ length: 30 }, () => listen(ann)))
    const refused = await saidBy(await ann.get('/api/events'))
    expect(refused).toMatchObject({ status: 429, code: 60033, retryAfter: '10' })
    expect((await ann.get('/api/operations/export')).status).toBe(429)
    expect((await ann.get('/api/operations')).status).toBe(200)
    expect((await listen(bob)).status).toBe(200)
    streams[0]?.close()
    const exported = async () => {
      const answer = await ann.get('/api/operations/export')
      // Read to its end, it does not count any more.
      await answer.text()
      return answer.status
    }
    await expect.poll(exported).toBe(200)
    expect((await listen(ann)).status).toBe(200)
  })
})

describe('the limit of requests', () => {
  it('is each session’s own, and another’s who are not signed in', async () => {
    const { proxy, ann } = await start({ requestsPerMinute: 30 })
    await addPerson(proxy.config.dataDirectory, 'bob')
    const bob = (await proxy.signIn('bob', goodPassword)).panel
    for (let n = 0; n < 30; n++) expect(await statusOf(ann)).toBe(200)
    const refused = await saidBy(await ann.get('/api/session'))
    expect(refused).toMatchObject({ status: 429, code: 60033 })
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60)
    expect(refused.data).toMatchObject({ retryAfter: Number(refused.retryAfter) })
    expect(await statusOf(bob)).toBe(200)
    // The two who signed in came from this address.
    for (let n = 0; n < 28; n++) expect(await statusOf(proxy)).toBe(401)
    expect((await proxy.get('/nowhere')).status).toBe(429)
  })

  it('is none of the built-in user’s', async () => {
    const proxy = await runProxy('http://127.0.0.1:1', { requestsPerMinute: 10 })
    stops.push(proxy.stop)
    for (let n = 0; n < 50; n++) expect(await statusOf(proxy)).toBe(200)
  })
})

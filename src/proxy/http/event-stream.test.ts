import { afterEach, describe, expect, it, vi } from 'vitest'
import { aliveInterval, changesSchema, helloEventSchema } from '#contract/panel/event.ts'
import { type Operation, operationSchema } from '#contract/panel/operation.ts'
import { runProxy } from '../running-proxy.suite.ts'
import { command, commandId, envelope, startScriptedGateway } from '../scripted-gateway.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function start() {
  const gateway = await startScriptedGateway({ setMeasurepoint: envelope(0, { commandId }), get: command(1) })
  const proxy = await runProxy(gateway.address)
  stops.push(gateway.stop, proxy.stop)
  return { gateway, proxy }
}

/** A panel that listens; `lastEventId` is what it had seen. */
async function listen(url: string, { lastEventId, query = '' }: { lastEventId?: number; query?: string } = {}) {
  const controller = new AbortController()
  stops.push(() => controller.abort())
  const answer = await fetch(`${url}/api/events${query}`, {
    signal: controller.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) },
  })
  const panel = {
    answer,
    hellos: [] as number[],
    operations: [] as Operation[],
    alive: 0,
    /** The id of the last event, as a browser keeps it. */
    lastId: -1,
    close: () => controller.abort(),
  }
  const read = async () => {
    let text = ''
    for await (const part of answer.body ?? []) {
      text += new TextDecoder().decode(part)
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line): [string, string] => [line.split(': ')[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
        )
        text = text.slice(end + 2)
        const data = JSON.parse(fields.get('data') ?? 'null')
        if (fields.get('event') === 'hello') panel.hellos.push(helloEventSchema.parse(data).revision)
        if (fields.get('event') === 'operation') panel.operations.push(operationSchema.parse(data))
        if (fields.get('event') === 'alive') panel.alive++
        if (fields.has('id')) panel.lastId = Number(fields.get('id'))
      }
    }
  }
  void read().catch(() => {})
  await expect.poll(() => panel.hellos.length).toBe(1)
  return panel
}

const revisions = (operations: Operation[]) => operations.map(({ revision }) => revision)

type Panel = Pick<Awaited<ReturnType<typeof start>>['proxy'], 'set' | 'operations'>
/** Sends at once, each to a point of its own: those to one point are recorded one after the other, each with its wait for the disk. */
const setMany = (proxy: Panel, count: number, title = 'p') =>
  Promise.all(
    Array.from({ length: count }, (_, number) => proxy.set({ query: { measurepointId: `${title}-${number}` } })),
  )
/** The newest revision of all. How many there are depends on time: a send whose answer takes a second is also shown as sent. */
const newestRevision = async (proxy: Panel): Promise<number> =>
  Math.max(...revisions((await proxy.operations({ limit: '200' })).items))

describe('the event stream', { timeout: 60_000 }, () => {
  it('says hello, then tells every panel every change in the order of revisions', async () => {
    const { proxy } = await start()
    const panels = [await listen(proxy.url), await listen(proxy.url)]
    expect(panels[0]?.hellos).toEqual([0])
    expect(panels[0]?.answer.headers.get('content-type')).toContain('text/event-stream')
    expect(panels[0]?.answer.headers.get('content-security-policy')).toContain("default-src 'self'")
    await setMany(proxy, 10)
    for (const panel of panels) {
      await expect.poll(() => panel.operations.filter(({ outcome }) => outcome === 'done').length).toBe(10)
      expect(new Set(panel.operations.filter(({ outcome }) => outcome === 'waiting').map(({ id }) => id)).size).toBe(10)
      expect(revisions(panel.operations)).toEqual(panel.operations.map((_, index) => index + 1))
    }
  })

  it('gives a panel that comes back all that changed in between, each as it is now, and nothing else', async () => {
    const { proxy } = await start()
    const first = await listen(proxy.url)
    const { revision } = await proxy.outcomeOf()
    await expect.poll(() => first.lastId).toBe(revision)
    first.close()
    const between = [await proxy.outcomeOf(), await proxy.outcomeOf()]
    for (const options of [{ lastEventId: first.lastId }, { query: `?after=${first.lastId}` }]) {
      const back = await listen(proxy.url, options)
      await expect.poll(() => back.operations.length).toBe(2)
      expect(back.operations).toEqual(between)
      expect(back.hellos).toEqual([between[1]?.revision])
    }
  })

  it('lets a panel resume that was cut off before its first operation', async () => {
    const { proxy } = await start()
    await proxy.set()
    const { lastId, close } = await listen(proxy.url)
    close()
    const { revision } = await proxy.outcomeOf()
    const back = await listen(proxy.url, { lastEventId: lastId })
    await expect.poll(() => revisions(back.operations)).toEqual([revision])
  })

  it('resumes over many pages without a gap while new changes come in', async () => {
    const { proxy } = await start()
    await setMany(proxy, 210)
    const sending = setMany(proxy, 30, 'q')
    const back = await listen(proxy.url, { lastEventId: 0 })
    await sending
    await expect.poll(() => new Set(back.operations.map(({ id }) => id)).size).toBe(240)
    const newest = await newestRevision(proxy)
    await expect.poll(() => back.operations.at(-1)?.revision).toBe(newest)
    const seen = revisions(back.operations)
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b))
  })

  it('says that it is alive often enough for a panel to notice when it is not', async () => {
    const { proxy } = await start()
    const panel = await listen(proxy.url)
    await expect.poll(() => panel.alive, { timeout: 2 * aliveInterval }).toBeGreaterThan(0)
  })

  it('has an understudy that tells the same changes to panels which no stream reaches', async () => {
    const { proxy } = await start()
    const changes = async (after?: number) =>
      changesSchema.parse(
        await (await fetch(`${proxy.url}/api/changes${after === undefined ? '' : `?after=${after}`}`)).json(),
      )
    expect(await changes()).toEqual({ items: [], revision: 0, newest: 0 })
    await setMany(proxy, 101)
    const newest = await newestRevision(proxy)
    expect(newest).toBeGreaterThanOrEqual(202)
    const nothingMore = { items: [], revision: newest, newest }
    expect(await changes()).toEqual(nothingMore)
    const first = await changes(1)
    expect(first.newest).toBe(newest)
    expect(first.revision).toBe(first.items.at(-1)?.revision)
    const seen = new Set(first.items.map(({ id }) => id))
    for (let after = first.revision; after < first.newest; ) {
      const next = await changes(after)
      for (const { id } of next.items) seen.add(id)
      after = next.revision
    }
    expect(seen.size).toBe(101)
    expect(await changes(newest)).toEqual(nothingMore)
    // A panel that comes from a longer record learns that this is another.
    expect(await changes(newest + 700)).toEqual(nothingMore)
    expect((await fetch(`${proxy.url}/api/changes?after=-1`)).status).toBe(400)
  })

  it('shows a cancel at once, without waiting for the next question', async () => {
    const { gateway, proxy } = await start()
    const panel = await listen(proxy.url)
    // From here on no timer that is set fires: nothing but the cancel brings the proxy to ask.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    await proxy.outcomeOf({ query: { pendingTtl: '600' } })
    gateway.scripts.get = command(2)
    gateway.scripts.cancel = envelope(0, [])
    const query = `action=cancel&orgId=o17000000000001&assetId=Ab3dE9xQ&commandId=${commandId}`
    const answer = await fetch(`${proxy.url}/connect-service/v2.1/commands?${query}`, { method: 'POST' })
    expect(answer.status).toBe(200)
    // A poll of the test runner would let the time of those timers go on.
    while (panel.operations.at(-1)?.outcome !== 'notSent') await new Promise((resolve) => setImmediate(resolve))
    expect(panel.operations.at(-1)).toMatchObject({ outcome: 'notSent', failure: 'commandCanceled' })
    expect(gateway.calls('get')).toHaveLength(1)
  })
})

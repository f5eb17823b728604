import { array, assert, asyncProperty, constantFrom, oneof } from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { changesSchema } from '#contract/panel/event.ts'
import { type Connection, followChanges, type usualPace } from './follow-changes.ts'
import { startPanelServer, type Way } from './panel-server.shell.suite.ts'

/** ms; everything else in proportion to the usual. */
const heartbeat = 60
const pace: typeof usualPace = {
  hello: 80,
  helloAtMost: 400,
  silence: 160,
  poll: 30,
  answer: 300,
  retry: 20,
  retryAtMost: 100,
}

/** What must not happen must not happen on a busy machine either, which may stand still for longer than a heartbeat. */
const patient = { hello: 8000, helloAtMost: 8000, silence: 8000, answer: 8000 }

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A panel behind a way; it holds what it is told, and reads everything again when it is to start anew. */
async function openPanel(way: Way = 'open', changed: Partial<typeof usualPace> = {}, begins?: Connection) {
  const server = await startPanelServer(heartbeat)
  server.setWay(way)
  const ask = async (path: string, after: number | undefined, signal: AbortSignal) => {
    const answer = await fetch(`${server.url}${path}${after === undefined ? '' : `?after=${after}`}`, { signal })
    if (answer.status === 401) throw new Failure('notSignedIn')
    if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`)
    return { answer, body: answer.body }
  }
  const own = { ...pace, ...changed }
  const panel = { held: new Map<string, number>(), told: [] as Connection[], anew: 0, isVisible: true }
  const follower = followChanges({
    openEvents: async (after, signal) => (await ask('/api/events', after, signal)).body,
    askChanges: async (after, signal) =>
      changesSchema.parse(await (await ask('/api/changes', after, signal)).answer.json()),
    receive: ({ id, revision }) => panel.held.set(id, Math.max(revision, panel.held.get(id) ?? 0)),
    startAnew() {
      panel.anew++
      panel.held = server.held()
    },
    tell: (connection) => panel.told.push(connection),
    isVisible: () => panel.isVisible,
    ...(begins && { begins }),
    pace: own,
  })
  /** From here on the panel is patient. */
  const calmDown = () => void Object.assign(own, patient)
  const close = async () => {
    follower.stop()
    await server.stop()
  }
  stops.push(close)
  const isUpToDate = () => expect.poll(() => panel.held).toEqual(server.held())
  const says = (connection: Connection) => expect.poll(() => panel.told.at(-1) ?? 'live').toBe(connection)
  const begun = () => expect.poll(() => panel.anew).toBeGreaterThan(0)
  return { server, panel, follower, calmDown, close, isUpToDate, says, begun }
}

test('an open stream is all that is needed: nothing is asked', async () => {
  const { server, panel, isUpToDate, begun } = await openPanel('open', patient)
  await begun()
  for (const id of ['a', 'b', 'a']) server.change(id)
  await isUpToDate()
  expect(panel).toMatchObject({ anew: 1, told: [] })
  expect(server.asked).toEqual({ streams: 1, questions: 0, refused: 0 })
})

test.each<Way>(['buffers', 'refuses', 'falls silent', 'drops'])(
  'behind a proxy that %s, the panel asks, tells so, and goes back when the stream lives',
  async (way) => {
    // Where hello gets through it is waited for: once questions are asked, only a stream that lives makes them end.
    const hello = way === 'buffers' ? pace.hello : patient.hello
    const { server, calmDown, isUpToDate, says } = await openPanel(way, { hello, answer: patient.answer })
    await says('polling')
    for (const id of ['a', 'b', 'c', 'd', 'e', 'a']) server.change(id)
    await isUpToDate()
    calmDown()
    server.setWay('open')
    await says('live')
    const { questions } = server.asked
    server.change('b')
    await isUpToDate()
    // One may have been under way.
    expect(server.asked.questions).toBeLessThanOrEqual(questions + 1)
  },
)

test('a stream that was live and falls silent is noticed, and what it did not tell is asked for', async () => {
  const { server, isUpToDate, says, begun } = await openPanel()
  await begun()
  server.change('a')
  await isUpToDate()
  server.setWay('falls silent')
  server.change('b')
  await says('polling')
  await isUpToDate()
})

test('one end of a stream is no reason to tell anybody', async () => {
  const { server, panel, isUpToDate, begun } = await openPanel('open', patient)
  await begun()
  server.setWay('drops')
  server.change('a')
  server.setWay('open')
  server.change('b')
  await isUpToDate()
  await expect.poll(() => server.asked.streams).toBe(2)
  expect(panel).toMatchObject({ told: [], anew: 1 })
})

test('a server that is gone is told, and what changed after its return is not missed', async () => {
  const { server, panel, isUpToDate, says, begun } = await openPanel('open', patient)
  await begun()
  server.setWay('down')
  await says('lost')
  server.change('a')
  server.setWay('open')
  await says('live')
  await isUpToDate()
  expect(panel.anew).toBe(1)
})

test('a person who has to sign in again is not told of a lost connection', async () => {
  const { server, panel, isUpToDate, says, begun } = await openPanel('open', patient)
  await begun()
  server.setWay('signs out')
  server.change('a')
  await expect.poll(() => server.asked.refused).toBeGreaterThan(3)
  expect(panel.told).toEqual([])
  server.setWay('open')
  await isUpToDate()
  await says('live')
  expect(panel.told).not.toContain('lost')
})

test('a server that comes back with another record is read from the start', async () => {
  const { server, panel, isUpToDate, says, begun } = await openPanel()
  await begun()
  for (const id of ['a', 'b', 'c']) server.change(id)
  await isUpToDate()
  server.setWay('down')
  await says('lost')
  server.forget()
  server.change('z')
  server.setWay('open')
  await isUpToDate()
  // Stream and question may both have found out.
  expect(panel.anew).toBeGreaterThanOrEqual(2)
})

test('nothing is asked while nobody looks, and at once when somebody does', async () => {
  const { server, panel, follower, isUpToDate } = await openPanel('refuses')
  panel.isVisible = false
  await expect.poll(() => server.asked.streams).toBeGreaterThan(4)
  expect(server.asked.questions).toBe(0)
  server.change('a')
  panel.isVisible = true
  follower.wake()
  await isUpToDate()
})

test('after the end nothing is asked any more', async () => {
  const { server, follower, says } = await openPanel('refuses')
  await says('polling')
  follower.stop()
  const before = { ...server.asked }
  server.setWay('open')
  await new Promise((resolve) => setTimeout(resolve, 3 * pace.poll))
  expect(server.asked.questions).toBeLessThanOrEqual(before.questions + 1)
  expect(server.asked.streams).toBeLessThanOrEqual(before.streams + 1)
})

test('whatever the way does in between, in the end no change is missing', async () => {
  const ways: Way[] = ['open', 'buffers', 'refuses', 'drops', 'falls silent', 'signs out', 'down']
  const step = oneof(
    constantFrom(...ways).map((way) => ({ way })),
    constantFrom('a', 'b', 'c', 'd').map((id) => ({ id })),
    constantFrom(0, 5, 40, 120).map((ms) => ({ ms })),
  )
  await assert(
    asyncProperty(array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const { server, close, isUpToDate, says } = await openPanel()
      for (const one of steps) {
        if ('way' in one) server.setWay(one.way)
        else if ('id' in one) server.change(one.id)
        else await new Promise((resolve) => setTimeout(resolve, one.ms))
      }
      server.setWay('open')
      await says('live')
      server.change('last')
      await isUpToDate()
      await close()
      stops.pop()
    }),
    { numRuns: 25 },
  )
}, 240_000)

test('a machine that says it has no network is believed as soon as one question fails, however quiet the stream is', async () => {
  const { server, panel, follower, begun, says } = await openPanel('open', patient)
  await begun()
  server.setWay('falls silent')
  follower.doubt()
  await expect.poll(() => server.asked.questions).toBeGreaterThan(0)
  expect(panel.told).not.toContain('lost')
  server.setWay('open')
  await says('live')
  server.setWay('down')
  follower.doubt()
  await says('lost')
  server.setWay('open')
  await says('live')
})

test('a panel that begins without its server tells when it has one', async () => {
  const { panel } = await openPanel('open', patient, 'lost')
  await expect.poll(() => panel.told).toEqual(['live'])
})

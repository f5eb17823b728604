import { afterEach, describe, expect, it } from 'vitest'
import { endpoints } from '#contract/enos/endpoints.ts'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import { failures } from '#contract/enos/failures.ts'
import { changesSchema } from '#contract/panel/event.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { addPerson, besideProxy, goodPassword } from '../people/people.suite.ts'
import { startPlantGateway, treeId } from '../plant-gateway.suite.ts'
import { gatewayFor, orgId, type panelOf, runProxy } from '../running-proxy.suite.ts'
import { reset, text } from '../scripted-gateway.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})
type Panel = ReturnType<typeof panelOf>

/** A proxy before the plant, where Ada may look everywhere, Nora only in the north and Sue only in the south. */
async function start() {
  const gateway = await startPlantGateway()
  const proxy = await runProxy(gateway.address, {
    gateways: [{ ...gatewayFor(gateway.address), treeIds: [treeId] }],
  })
  stops.push(gateway.stop, proxy.stop)
  const signedIn = async (name: string, assetIds: string[]): Promise<Panel> => {
    await addPerson(proxy.config.dataDirectory, name, 'operator', assetIds)
    return (await proxy.signIn(name, goodPassword)).panel
  }
  const [ada, nora, sue] = [
    await signedIn('ada', []),
    await signedIn('nora', ['north']),
    await signedIn('sue', ['south']),
  ]
  return { gateway, directory: proxy.config.dataDirectory, ada, nora, sue }
}

const byAsset = (assetId: string) => ({ query: { assetId } })
/** A send that names its device by keys alone, and what was recorded of it. */
async function sendByKeys(panel: Panel, assetId: string): Promise<Operation> {
  const { path, action } = endpoints.setMeasurepoint
  const keys = { productKey: 'pk', deviceKey: `dk-${assetId}` }
  const query = new URLSearchParams({ action, orgId, ...keys, measurepointId: 'p', timeout: '30' })
  const headers = { [panelHeaders.idempotencyKey]: `key-${crypto.randomUUID()}` }
  const answer = await panel.post(`${path}?${query}`, { value: 1 }, headers)
  return panel.operation(answer.headers.get(panelHeaders.operation) ?? '')
}
const idsOf = async (panel: Panel, query: Record<string, string> = {}) =>
  (await panel.operations(query)).items.map(({ id }) => id)

const msgOf = async (answer: Response) => envelopeSchema.parse(await answer.json()).msg

/** All that the stream has said. */
async function listen(panel: Panel, lastEventId?: number) {
  const controller = new AbortController()
  stops.push(() => controller.abort())
  const answer = await fetch(`${panel.url}/api/events`, {
    signal: controller.signal,
    headers: {
      ...(panel.cookie ? { cookie: panel.cookie } : {}),
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    },
  })
  const heard = {
    text: '',
    isOver: false,
    close: () => controller.abort(),
    lastId: () => Number([...heard.text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1]),
  }
  const read = async () => {
    for await (const part of answer.body ?? []) heard.text += new TextDecoder().decode(part)
  }
  void read()
    .catch(() => {})
    .finally(() => {
      heard.isOver = true
    })
  await expect.poll(() => heard.text).toContain('event: hello')
  return heard
}

describe('the record as people with some places see it', () => {
  it('holds what was sent to devices within, in lists, files and by id, and nothing else', async () => {
    const { ada, nora, sue } = await start()
    const [north, south] = [await ada.outcomeOf(byAsset('h1')), await ada.outcomeOf(byAsset('s1'))]
    expect(await idsOf(ada)).toEqual([south.id, north.id])
    for (const [panel, own, other] of [
      [nora, north, south],
      [sue, south, north],
    ] as const) {
      expect(await idsOf(panel)).toEqual([own.id])
      expect(await idsOf(panel, { gatewayId: 'enos', measurepointId: 'p' })).toEqual([own.id])
      expect(await idsOf(panel, { assetId: other.assetId })).toEqual([])
      expect(await panel.operation(own.id)).toEqual(own)
      const [gone, hidden] = [await panel.get('/api/operations/x'), await panel.get(`/api/operations/${other.id}`)]
      expect([gone.status, hidden.status]).toEqual([404, 404])
      expect((await msgOf(hidden)).replace(other.id, 'x')).toBe(await msgOf(gone))
      for (const format of ['csv', 'jsonl']) {
        const file = await (await panel.get(`/api/operations/export?format=${format}`)).text()
        expect(file).toContain(own.id)
        expect(file).not.toContain(other.id)
      }
    }
  })

  it('holds an operation that names its device by keys alone where the device is within', async () => {
    const { gateway, ada, nora, sue } = await start()
    const north = await sendByKeys(ada, 'h1')
    const unknown = await sendByKeys(ada, 'x')
    expect(north.deviceAssetId).toBeUndefined()
    expect(await idsOf(nora)).toEqual([north.id])
    expect(await nora.operation(north.id)).toEqual(north)
    expect(await idsOf(sue)).toEqual([])
    expect((await sue.get(`/api/operations/${unknown.id}`)).status).toBe(404)
    const asked = gateway.calls('get').length
    await idsOf(nora)
    expect(gateway.calls('get')).toHaveLength(asked)
  })

  it('lets nobody acknowledge what they do not see', async () => {
    const { gateway, ada, nora, sue } = await start()
    gateway.scripts.setMeasurepoint = reset
    const { id } = await ada.outcomeOf(byAsset('s1'))
    const acknowledge = (panel: Panel) => panel.post(`/api/operations/${id}/acknowledge`, { reason: 'I looked' })
    expect((await acknowledge(nora)).status).toBe(404)
    expect((await ada.operation(id)).acknowledged).toBeUndefined()
    expect((await acknowledge(sue)).status).toBe(200)
  })

  it('tells of changes within, and from where to go on', async () => {
    const { ada, nora } = await start()
    const north = await ada.outcomeOf(byAsset('h1'))
    const south = await ada.outcomeOf(byAsset('s1'))
    const changes = changesSchema.parse(await (await nora.get('/api/changes?after=0')).json())
    expect(changes.items).toEqual([north])
    expect(changes).toMatchObject({ revision: south.revision, newest: south.revision })
  })

  it('is not said to be empty where nobody knows what is within', async () => {
    const { gateway, ada, nora } = await start()
    const north = await ada.outcomeOf(byAsset('h1'))
    gateway.scripts.searchRelatedAsset = text('', 503)
    expect(await (await nora.get('/api/operations')).json()).toMatchObject({ code: failures.targetUnknown.code })
    expect((await nora.get(`/api/operations/${north.id}`)).status).toBe(502)
  })
})

describe('the event stream of a person with some places', () => {
  it('tells of devices within, in order, and of others only that time has passed', async () => {
    const { ada, nora } = await start()
    const heard = await listen(nora)
    const sent = []
    for (const assetId of ['h1', 's1', 'h2', 's1']) sent.push(await ada.outcomeOf(byAsset(assetId)))
    await expect.poll(heard.lastId).toBe(sent.at(-1)?.revision)
    const told = [...heard.text.matchAll(/^event: operation\nid: \d+\ndata: (.*)$/gm)].map(([, json]) =>
      JSON.parse(json ?? ''),
    )
    const revisions = told.map(({ revision }) => revision)
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
    // A send whose answer takes a second is also shown as sent.
    const steps = told.filter(({ steps }) => steps.at(-1)?.kind !== 'sent')
    expect(steps.map(({ assetId, outcome }) => `${assetId} ${outcome}`)).toEqual([
      ...['h1 waiting', 'h1 done', 'h2 waiting', 'h2 done'],
    ])
    expect(revisions).toEqual(expect.arrayContaining([sent[0]?.revision, sent[2]?.revision]))
    expect(new Set(told.map(({ assetId }) => assetId))).toEqual(new Set(['h1', 'h2']))
    expect(heard.text).not.toContain('s1')
  })

  it('does not tell after a drop what it would not have told before', async () => {
    const { ada, nora, sue } = await start()
    const first = await listen(nora)
    const { revision } = await ada.outcomeOf(byAsset('h1'))
    await expect.poll(first.lastId).toBe(revision)
    first.close()
    // Each to a point of its own: those to one point wait for the disk one after the other.
    const points = Array.from({ length: 110 }, (_, number) => ({ assetId: 's1', measurepointId: `p-${number}` }))
    await Promise.all(points.map((query) => ada.set({ query })))
    const north = await sendByKeys(ada, 'h2')
    const back = await listen(nora, first.lastId())
    await expect.poll(back.lastId).toBe(north.revision)
    expect(back.text).toContain(north.id)
    expect(back.text).not.toContain('s1')
    const other = await listen(sue, 0)
    await expect.poll(other.lastId).toBe(north.revision)
    expect(other.text).not.toMatch(/"h1"|"h2"|dk-h2/)
  })

  it('follows an account whose places change while it listens', async () => {
    const { directory, ada, nora } = await start()
    const heard = await listen(nora)
    await besideProxy(directory, (accounts) => accounts.changeRole('nora', 'operator', ['south']))
    const north = await ada.outcomeOf(byAsset('h1'))
    const south = await ada.outcomeOf(byAsset('s1'))
    await expect.poll(heard.lastId).toBe(south.revision)
    expect(heard.text).toContain(south.id)
    expect(heard.text).not.toContain(north.id)
  })

  it('ends where nobody knows what is within, and tells it to the panel that comes back', async () => {
    const { gateway, ada, nora } = await start()
    const { searchRelatedAsset } = gateway.scripts
    gateway.scripts.searchRelatedAsset = text('', 503)
    const heard = await listen(nora)
    const north = await ada.outcomeOf(byAsset('h1'))
    await expect.poll(() => heard.isOver).toBe(true)
    expect(heard.text).not.toContain(north.id)
    if (searchRelatedAsset) gateway.scripts.searchRelatedAsset = searchRelatedAsset
    const back = await listen(nora, heard.lastId())
    await expect.poll(() => back.text).toContain(north.id)
  })
})

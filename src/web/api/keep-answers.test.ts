import 'fake-indexeddb/auto'
import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { deleteDB } from 'idb'
import { afterEach, expect, test, vi } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { Session } from '#contract/panel/session.ts'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import { keepAll, keepAnswers } from './keep-answers.ts'
import { kept } from './kept.ts'
import { createKeptStore } from './kept-store.ts'
import { restoreAnswers } from './restore-answers.ts'

const owner = { personId: 'ann', gatewayId: 'main' }
const session: Session = {
  person: { id: 'ann', name: 'Ann', role: 'operator', assetIds: [], kind: 'local' },
  signIn: null,
  gateways: [],
  draftMaxAge: 60,
  time: 0,
  version: '1',
}

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const one of cleanUp.splice(0).reverse()) await one()
  await deleteDB('setpoint-kept')
  vi.unstubAllGlobals()
})

function stubPage(): { network: EventTarget } {
  const network = new EventTarget()
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network))
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network))
  return { network }
}

async function keeping() {
  stubPage()
  const store = createKeptStore('a')
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  await store.begin(session, Date.now())
  cleanUp.push(
    () => store.close(),
    () => client.clear(),
    keepAnswers(client, store, owner, 5),
  )
  const keptAnswers = () => store.answers('ann', 'main')
  return { store, client, keptAnswers }
}

const anotherClient = () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  cleanUp.push(() => client.clear())
  return client
}

const watch = (client: QueryClient, queryKey: unknown[], queryFn: () => Promise<unknown>) => {
  const observer = new QueryObserver(client, { queryKey, queryFn, meta: kept })
  cleanUp.push(observer.subscribe(() => {}))
  return observer
}
const fails = () => Promise.reject(new Error('no network'))

interface OnePage {
  items: Operation[]
}

test('what a query that says so was answered is there in another start of the panel, digit by digit', async () => {
  const { client, keptAnswers } = await keeping()
  const value = parseExact('{"value":1.50,"id":12345678901234567890}')
  await client.fetchQuery({ queryKey: ['latest', 'a'], queryFn: async () => value, meta: kept })
  await client.fetchQuery({ queryKey: ['session'], queryFn: async () => 'not to be kept' })
  await expect.poll(async () => (await keptAnswers()).length).toBe(1)

  const later = anotherClient()
  const { newest } = restoreAnswers(later, await keptAnswers())
  expect(newest).toBe(client.getQueryState(['latest', 'a'])?.dataUpdatedAt)
  const shown = watch(later, ['latest', 'a'], fails)
  expect(stringifyExact(shown.getCurrentResult().data)).toBe('{"value":1.50,"id":12345678901234567890}')
  expect(shown.getCurrentResult().dataUpdatedAt).toBe(newest)
  await expect.poll(() => shown.getCurrentResult().isError).toBe(true)
  expect(shown.getCurrentResult().data).toEqual(value)
})

test('what failed gets what was kept, and what is newer stays', async () => {
  const { client, store, keptAnswers } = await keeping()
  await client.fetchQuery({ queryKey: ['a'], queryFn: async () => 'old a', meta: kept })
  await client.fetchQuery({ queryKey: ['b'], queryFn: async () => 'old b', meta: kept })
  await keepAll(client, store, owner)
  const later = anotherClient()
  const failed = watch(later, ['a'], fails)
  await expect.poll(() => failed.getCurrentResult().isError).toBe(true)
  later.setQueryData(['b'], 'new b')
  restoreAnswers(later, await keptAnswers())
  await expect.poll(() => failed.getCurrentResult().data).toBe('old a')
  expect(later.getQueryData(['b'])).toBe('new b')
})

test('what is taken back is gone, but for what is on the screen or was read anew', async () => {
  const { client, store, keptAnswers } = await keeping()
  for (const key of ['shown', 'aside', 'anew']) client.setQueryData([key], 'old')
  for (const query of client.getQueryCache().getAll()) query.setOptions({ ...query.options, meta: kept })
  await keepAll(client, store, owner)
  const later = anotherClient()
  const { takeBack } = restoreAnswers(later, await keptAnswers())
  watch(later, ['shown'], fails)
  later.setQueryData(['anew'], 'new', { updatedAt: Date.now() + 1000 })
  takeBack()
  expect(['shown', 'aside', 'anew'].map((key) => later.getQueryData([key]))).toEqual(['old', undefined, 'new'])
})

test('of a list the first pages are kept, and each operation of it has its page', async () => {
  const { client, keptAnswers } = await keeping()
  const options = {
    queryKey: ['operation-pages', {}],
    queryFn: async ({ pageParam }: { pageParam: number }): Promise<OnePage> => ({
      items: [exampleOperation({ id: `op-${pageParam}` })],
    }),
    initialPageParam: 0,
    getNextPageParam: (_page: unknown, _pages: unknown, last: number) => last + 1,
    meta: kept,
  }
  await client.fetchInfiniteQuery({ ...options, pages: 5 })
  await expect.poll(async () => (await keptAnswers()).length).toBe(1)
  const later = anotherClient()
  restoreAnswers(later, await keptAnswers())
  const observer = new InfiniteQueryObserver(later, { ...options, queryFn: (): Promise<OnePage> => fails() })
  cleanUp.push(observer.subscribe(() => {}))
  const shown = observer.getCurrentResult().data?.pages.map(({ items }) => items[0]?.id)
  expect(shown).toEqual(['op-0', 'op-1', 'op-2'])
  expect(later.getQueryData(['operation', 'op-2'])).toMatchObject({ id: 'op-2' })
})

test('lists that were kept at different times agree: the newest word on each operation, and none is missing where all belong', async () => {
  const { client, store, keptAnswers } = await keeping()
  const one = (id: string, revision: number, createTime: number) => exampleOperation({ id, revision, createTime })
  const put = (queryKey: unknown[], items: Operation[]) => {
    client.getQueryCache().build(client, { queryKey, meta: kept })
    client.setQueryData(queryKey, { pages: [{ items, cursor: null }], pageParams: [''] })
  }
  put(['operation-pages', {}], [one('b', 2, 20), one('a', 1, 10)])
  put(['operations', { assetId: 'x' }, 10], [one('c', 5, 30), one('b', 4, 20)])
  put(['operations', { assetId: 'y' }, 10], [])
  await keepAll(client, store, owner)
  const later = anotherClient()
  restoreAnswers(later, await keptAnswers())
  const held = (queryKey: unknown[]) =>
    later
      .getQueryData<{ pages: OnePage[] }>(queryKey)
      ?.pages.flatMap(({ items }) => items.map(({ id, revision }) => `${id}@${revision}`))
  expect(held(['operation-pages', {}])).toEqual(['c@5', 'b@4', 'a@1'])
  expect(held(['operations', { assetId: 'x' }, 10])).toEqual(['c@5', 'b@4'])
  expect(held(['operations', { assetId: 'y' }, 10])).toEqual([])
  expect(later.getQueryData(['operation', 'b'])).toMatchObject({ revision: 4 })
})

test('what came last is kept at once when the network goes', async () => {
  const { network } = stubPage()
  const store = createKeptStore('a')
  const client = anotherClient()
  await store.begin(session, Date.now())
  cleanUp.push(() => store.close(), keepAnswers(client, store, owner, 3_600_000))
  await client.fetchQuery({ queryKey: ['a'], queryFn: async () => 1, meta: kept })
  network.dispatchEvent(new Event('offline'))
  await expect.poll(async () => (await store.answers('ann', 'main')).length).toBe(1)
})

test('a browser that has no room keeps nothing, and asks on', async () => {
  stubPage()
  const client = anotherClient()
  const store = createKeptStore('a')
  cleanUp.push(() => store.close())
  let asked = 0
  const full = { ...store, keep: async () => Promise.reject(new DOMException('full', `QuotaExceededError${asked++}`)) }
  cleanUp.push(keepAnswers(client, full, owner, 5))
  client.getQueryCache().build(client, { queryKey: ['a'], meta: kept })
  client.setQueryData(['a'], 1)
  await expect.poll(() => asked).toBe(1)
  client.setQueryData(['a'], 2)
  await expect.poll(() => asked).toBe(2)
})

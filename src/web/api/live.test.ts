import { type InfiniteData, InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { OperationPage } from '#contract/panel/panel-calls.ts'
import { receiveOperation } from './live.ts'

const operation = (id: string, revision: number) => exampleOperation({ id, revision })

const cleanUp: (() => void)[] = []
afterEach(() => {
  for (const one of cleanUp.splice(0)) one()
})

/** A list on the screen; each question is answered by hand, in any order. */
function shownList() {
  const client = new QueryClient()
  const answers: ((items: Operation[]) => void)[] = []
  const observer = new InfiniteQueryObserver(client, {
    queryKey: ['operations', {}, 50],
    queryFn: ({ signal }) =>
      new Promise<OperationPage>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        answers.push((items) => resolve({ items, cursor: null }))
      }),
    initialPageParam: '',
    getNextPageParam: () => undefined,
  })
  cleanUp.push(
    observer.subscribe(() => {}),
    () => client.clear(),
  )
  const shown = () =>
    client
      .getQueryData<InfiniteData<OperationPage>>(['operations', {}, 50])
      ?.pages[0]?.items.map(({ id, revision }) => `${id}@${revision}`)
  return { client, answers, shown }
}

test('a held operation is replaced, and no list is asked again', async () => {
  const { client, answers, shown } = shownList()
  answers[0]?.([operation('a', 1), operation('b', 2)])
  await expect.poll(() => shown()).toEqual(['a@1', 'b@2'])
  receiveOperation(client, operation('a', 3))
  expect(shown()).toEqual(['a@3', 'b@2'])
  receiveOperation(client, operation('a', 2))
  expect(shown()).toEqual(['a@3', 'b@2'])
  expect(answers).toHaveLength(1)
})

test('a list that does not hold the operation is asked again', async () => {
  const { client, answers, shown } = shownList()
  answers[0]?.([operation('a', 1)])
  await expect.poll(() => shown()).toEqual(['a@1'])
  receiveOperation(client, operation('b', 2))
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.([operation('b', 2), operation('a', 1)])
  await expect.poll(() => shown()).toEqual(['b@2', 'a@1'])
})

test('a first answer that was under way when something changed is dropped and asked for again', async () => {
  const { client, answers, shown } = shownList()
  await expect.poll(() => answers.length).toBe(1)
  receiveOperation(client, operation('a', 1))
  await expect.poll(() => answers.length).toBe(2)
  answers[0]?.([])
  answers[1]?.([operation('a', 1)])
  await expect.poll(() => shown()).toEqual(['a@1'])
})

test('a later answer that was under way does not bring back an older state', async () => {
  const { client, answers, shown } = shownList()
  answers[0]?.([operation('a', 1)])
  await expect.poll(() => shown()).toEqual(['a@1'])
  void client.invalidateQueries({ queryKey: ['operations'] })
  await expect.poll(() => answers.length).toBe(2)
  receiveOperation(client, operation('a', 2))
  await expect.poll(() => answers.length).toBe(3)
  answers[1]?.([operation('a', 1)])
  answers[2]?.([operation('a', 2)])
  await expect.poll(() => client.isFetching()).toBe(0)
  expect(shown()).toEqual(['a@2'])
})

test("an operation's own page keeps the newest revision", async () => {
  const client = new QueryClient()
  const answers: ((answer: Operation) => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: ['operation', 'a'],
    queryFn: ({ signal }) =>
      new Promise<Operation>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        answers.push(resolve)
      }),
  })
  cleanUp.push(
    observer.subscribe(() => {}),
    () => client.clear(),
  )
  receiveOperation(client, operation('a', 5))
  await expect.poll(() => answers.length).toBe(2)
  answers[0]?.(operation('a', 4))
  answers[1]?.(operation('a', 5))
  await expect.poll(() => client.isFetching()).toBe(0)
  expect(client.getQueryData<Operation>(['operation', 'a'])?.revision).toBe(5)
})

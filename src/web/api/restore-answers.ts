import { hashKey, hydrate, type QueryClient } from '@tanstack/react-query'
import type { Operation } from '#contract/panel/operation.ts'
import { kept } from './kept.ts'
import { answerOf } from './kept-form.ts'
import type { KeptAnswer } from './kept-store.ts'

interface Held {
  queryKey: readonly unknown[]
  queryHash: string
  queryType?: 'infinite' | undefined
  data: unknown
  updatedAt: number
}

interface Page {
  items: Operation[]
}

interface Pages {
  pages: Page[]
}

const isList = ({ queryKey: [kind] }: Held): boolean => kind === 'operations' || kind === 'operation-pages'
const pagesOf = ({ data }: Held): Page[] => (data as Pages).pages
/** A list of all operations at the gateway: no filter of its own. */
const isOfAll = ({ queryKey: [, filter] }: Held): boolean => JSON.stringify(filter) === '{}'

/** Every operation that is kept anywhere, as it was heard of last, newest first. */
function operationsOf(all: readonly Held[]): { operation: Operation; updatedAt: number }[] {
  const newest = new Map<string, { operation: Operation; updatedAt: number }>()
  for (const one of all) {
    const found = isList(one) ? pagesOf(one).flatMap(({ items }) => items) : []
    if (one.queryKey[0] === 'operation') found.push(one.data as Operation)
    for (const operation of found) {
      const before = newest.get(operation.id)
      if (before && before.operation.revision >= operation.revision) continue
      newest.set(operation.id, { operation, updatedAt: one.updatedAt })
    }
  }
  return [...newest.values()].sort((a, b) => b.operation.createTime - a.operation.createTime)
}

/**
 * What was kept at different times, put together: each operation in every list as it was heard of last and with a page of
 * its own, and the lists of all with those that only others hold.
 */
function agreed(all: readonly Held[]): Held[] {
  const operations = operationsOf(all)
  const byId = new Map(operations.map(({ operation }) => [operation.id, operation]))
  const lists = all.filter(isList).map((list): Held => {
    const pages = pagesOf(list).map((page) => ({ ...page, items: page.items.map((item) => byId.get(item.id) ?? item) }))
    const [first, ...others] = pages
    if (!first || !isOfAll(list)) return { ...list, data: { ...(list.data as Pages), pages } }
    const held = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)))
    const oldest = pages.at(-1)?.items.at(-1)?.createTime ?? 0
    const added = operations.filter(({ operation: { id, createTime } }) => !held.has(id) && createTime >= oldest)
    const items = [...added.map(({ operation }) => operation), ...first.items]
    items.sort((a, b) => b.createTime - a.createTime)
    return { ...list, data: { ...(list.data as Pages), pages: [{ ...first, items }, ...others] } }
  })
  const own = operations.map(({ operation, updatedAt }): Held => {
    const queryKey = ['operation', operation.id]
    return { queryKey, queryHash: hashKey(queryKey), data: operation, updatedAt }
  })
  return [...all.filter((one) => !isList(one) && one.queryKey[0] !== 'operation'), ...lists, ...own]
}

/**
 * Gives a client what was kept, where it has nothing newer. It stays as long as it is not taken back, on the screen or not.
 * @returns the moment of the newest, ms since the epoch, and a way to take back what is not on the screen.
 */
export function restoreAnswers(client: QueryClient, answers: readonly KeptAnswer[]) {
  const cache = client.getQueryCache()
  const own = answers.map(({ hash, form, ...rest }): Held => ({ queryHash: hash, data: answerOf(form), ...rest }))
  const wanted = agreed(own).filter(({ queryHash }) => cache.get(queryHash)?.state.data === undefined)
  hydrate(
    client,
    {
      queries: wanted.map(({ queryKey, queryHash, queryType, data, updatedAt }) => ({
        queryKey,
        queryHash,
        ...(queryType && { queryType }),
        meta: kept,
        dehydratedAt: updatedAt,
        state: {
          data,
          dataUpdateCount: 1,
          dataUpdatedAt: updatedAt,
          error: null,
          errorUpdateCount: 0,
          errorUpdatedAt: 0,
          fetchFailureCount: 0,
          fetchFailureReason: null,
          fetchMeta: null,
          isInvalidated: true,
          status: 'success',
          fetchStatus: 'idle',
        },
      })),
    },
    { defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } },
  )
  return {
    newest: Math.max(0, ...own.map(({ updatedAt }) => updatedAt)),
    takeBack(): void {
      for (const { queryHash, updatedAt } of wanted) {
        const query = cache.get(queryHash)
        if (query && !query.isActive() && query.state.dataUpdatedAt <= updatedAt) cache.remove(query)
      }
    },
  }
}

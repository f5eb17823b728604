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

interface OperationPages {
  pages: { items: Operation[] }[]
}

/** The operations of a kept list, each for a page of its own. */
const operationsIn = ({ queryKey: [kind], data, updatedAt }: Held): Held[] =>
  kind === 'operations' || kind === 'operation-pages'
    ? (data as OperationPages).pages.flatMap(({ items }) =>
        items.map((operation) => {
          const queryKey = ['operation', operation.id]
          return { queryKey, queryHash: hashKey(queryKey), data: operation, updatedAt }
        }),
      )
    : []

/**
 * Gives a client what was kept, where it has nothing newer. It stays as long as it is not taken back, on the screen or not.
 * @returns the moment of the newest, ms since the epoch, and a way to take back what is not on the screen.
 */
export function restoreAnswers(client: QueryClient, answers: readonly KeptAnswer[]) {
  const cache = client.getQueryCache()
  const own = answers.map(({ hash, form, ...rest }): Held => ({ queryHash: hash, data: answerOf(form), ...rest }))
  const byHash = new Map(own.flatMap(operationsIn).map((one) => [one.queryHash, one]))
  for (const one of own) byHash.set(one.queryHash, one)
  const wanted = [...byHash.values()].filter(({ queryHash }) => cache.get(queryHash)?.state.data === undefined)
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

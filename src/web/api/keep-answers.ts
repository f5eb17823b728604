import type { Query, QueryClient } from '@tanstack/react-query'
import { keptForm } from './kept-form.ts'
import type { AnswerToKeep, KeptStore } from './kept-store.ts'

/** ms between an answer and its keeping: what is asked every 2 s is not written every 2 s. */
const usualPause = 10_000
/** Of a list that is read page by page: the pages that are kept. */
const mostPages = 3

interface Pages {
  pages: unknown[]
  pageParams: unknown[]
}

const isPaged = (data: unknown): data is Pages => typeof data === 'object' && data !== null && 'pageParams' in data

const trimmed = (data: unknown): unknown =>
  isPaged(data) ? { pages: data.pages.slice(0, mostPages), pageParams: data.pageParams.slice(0, mostPages) } : data

const isToKeep = ({ meta, state }: Query): boolean => meta?.isKept === true && state.data !== undefined

function answerToKeep(query: Query, isAsBefore: boolean): AnswerToKeep {
  const { queryHash, queryKey, queryType, state } = query
  return {
    hash: queryHash,
    queryKey,
    queryType,
    updatedAt: state.dataUpdatedAt,
    ...(isAsBefore ? {} : { form: keptForm(trimmed(state.data)) }),
  }
}

export interface KeptOwner {
  personId: string
  gatewayId: string
}

/** Keeps all that a client holds and that is to be kept, once. */
export async function keepAll(client: QueryClient, store: KeptStore, owner: KeptOwner): Promise<void> {
  const queries = client.getQueryCache().getAll().filter(isToKeep)
  const answers = queries.map((query) => answerToKeep(query, false))
  await store.keep(owner.personId, owner.gatewayId, answers)
}

/**
 * Keeps the answers that a client gets from now on, a while after they came, and at once when the page is put aside or the
 * network goes.
 * Where the browser has no room for them or forbids it, nothing is kept, and nothing else suffers.
 * @returns stops it.
 */
export function keepAnswers(client: QueryClient, store: KeptStore, owner: KeptOwner, pause = usualPause): () => void {
  const cache = client.getQueryCache()
  const due = new Set<Query>()
  /** What was written of each last. */
  const written = new WeakMap<Query, unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const queries = [...due].filter(isToKeep)
    due.clear()
    if (queries.length === 0) return
    const answers = queries.map((query) => answerToKeep(query, written.get(query) === query.state.data))
    for (const query of queries) written.set(query, query.state.data)
    try {
      const missing = await store.keep(owner.personId, owner.gatewayId, answers)
      for (const query of queries) if (missing.includes(query.queryHash)) written.delete(query)
    } catch {
      for (const query of queries) written.delete(query)
    }
  }

  const note = (query: Query) => {
    if (!isToKeep(query)) return
    due.add(query)
    timer ??= setTimeout(() => void write(), pause)
  }
  for (const query of cache.getAll()) note(query)
  const unsubscribe = cache.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') note(event.query)
  })
  const onHide = () => {
    if (document.visibilityState === 'hidden') void write()
  }
  const onLost = () => void write()
  document.addEventListener('visibilitychange', onHide)
  addEventListener('offline', onLost)
  return () => {
    clearTimeout(timer)
    unsubscribe()
    document.removeEventListener('visibilitychange', onHide)
    removeEventListener('offline', onLost)
  }
}

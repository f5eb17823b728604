import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import type { Operation } from '#contract/panel/operation.ts'
import type { OperationPage } from '#contract/panel/panel-calls.ts'
import { callPanel, openEvents } from './call.ts'
import { type Connection, followChanges } from './follow-changes.ts'

const patched = (page: OperationPage, operation: Operation): OperationPage => ({
  ...page,
  items: page.items.map((item) => (item.id === operation.id && item.revision < operation.revision ? operation : item)),
})

/** Asks again, and drops an answer that is under way: it may be older than the reason to ask. */
async function askAgain(client: QueryClient, queryKey: QueryKey): Promise<void> {
  // A first answer is not dropped by asking again, only by taking the question back.
  if (client.getQueryData(queryKey) === undefined) await client.cancelQueries({ queryKey, exact: true })
  await client.invalidateQueries({ queryKey, exact: true })
}

/** Puts a changed operation wherever the panel already shows it; lists that do not hold it are asked again. */
export function receiveOperation(client: QueryClient, operation: Operation): void {
  const isFetching = (queryKey: QueryKey) => client.isFetching({ queryKey, exact: true }) > 0
  const own = ['operation', operation.id]
  client.setQueryData(own, (before: Operation | undefined) =>
    before && before.revision >= operation.revision ? before : operation,
  )
  if (isFetching(own)) void askAgain(client, own)
  for (const [key, data] of client.getQueriesData<InfiniteData<OperationPage>>({ queryKey: ['operations'] })) {
    const isHeld = data?.pages.some((page) => page.items.some((item) => item.id === operation.id))
    if (data && isHeld) client.setQueryData(key, { ...data, pages: data.pages.map((page) => patched(page, operation)) })
    if (!isHeld || isFetching(key)) void askAgain(client, key)
  }
  // A long list is not read anew for one that it does not hold: its own page asks for what is new.
  client.setQueriesData<InfiniteData<OperationPage>>(
    { queryKey: ['operation-pages'] },
    (data) => data && { ...data, pages: data.pages.map((page) => patched(page, operation)) },
  )
}

/** What was read before the stream was open may have changed unheard. */
function askForAllOperations(client: QueryClient): void {
  for (const queryKey of [['operations'], ['operation'], ['operation-pages'], ['operation-count']]) {
    for (const [key] of client.getQueriesData({ queryKey })) void askAgain(client, key)
  }
}

/**
 * When the server gave an answer last, of those that are worth keeping; ms since the epoch by this machine's clock, 0 for
 * never. The panel's own parts do not count: they come without it too.
 */
export const heardAt = (client: QueryClient): number =>
  client
    .getQueryCache()
    .getAll()
    .reduce((latest, { meta, state }) => (meta?.isKept ? Math.max(latest, state.dataUpdatedAt) : latest), 0)

/**
 * Keeps what the panel holds of operations as the server has it, for as long as the panel is open.
 * @param begins how changes reach the panel as it begins.
 * @param tell how they do from now on, and where they do not, since when: as {@link heardAt}.
 */
export function listen(
  client: QueryClient,
  begins: Connection,
  tell: (connection: Connection, lastHeard: number) => void,
) {
  const { wake, retry, doubt, stop } = followChanges({
    begins,
    openEvents,
    askChanges: (after, signal) => callPanel('changes', { after }, { signal }),
    receive: (operation) => receiveOperation(client, operation),
    startAnew: () => askForAllOperations(client),
    tell: (connection) => tell(connection, heardAt(client)),
    isVisible: () => document.visibilityState === 'visible',
  })
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', retry)
  window.addEventListener('offline', doubt)
  return {
    retry,
    stop(): void {
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('online', retry)
      window.removeEventListener('offline', doubt)
      stop()
    },
  }
}

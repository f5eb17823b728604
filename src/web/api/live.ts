import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { helloEventName, operationEventName } from '#contract/panel/event.ts'
import { type Operation, operationSchema } from '#contract/panel/operation.ts'
import { type OperationPage, panelEndpoints } from '#contract/panel/panel-endpoints.ts'

const patched = (page: OperationPage, operation: Operation): OperationPage => ({
  ...page,
  items: page.items.map((item) => (item.id === operation.id && item.revision < operation.revision ? operation : item)),
})

/** Puts a changed operation wherever the panel already shows it; lists that do not hold it are asked again. */
export function receiveOperation(client: QueryClient, operation: Operation): void {
  client.setQueryData(['operation', operation.id], (before: Operation | undefined) =>
    before && before.revision >= operation.revision ? before : operation,
  )
  for (const [key, data] of client.getQueriesData<InfiniteData<OperationPage>>({ queryKey: ['operations'] })) {
    if (data?.pages.some((page) => page.items.some((item) => item.id === operation.id))) {
      client.setQueryData(key, { ...data, pages: data.pages.map((page) => patched(page, operation)) })
    } else {
      void client.invalidateQueries({ queryKey: key, exact: true })
    }
  }
}

/**
 * Listens to the proxy for as long as the panel is open; the browser reconnects and resumes by itself.
 * @returns stops listening.
 */
export function listen(client: QueryClient, onConnection: (connected: boolean) => void): () => void {
  const source = new EventSource(panelEndpoints.events.path)
  source.addEventListener(helloEventName, () => onConnection(true))
  source.addEventListener('error', () => onConnection(false))
  source.addEventListener(operationEventName, ({ data }: MessageEvent<string>) => {
    const parsed = operationSchema.safeParse(JSON.parse(data))
    if (parsed.success) receiveOperation(client, parsed.data)
  })
  return () => source.close()
}

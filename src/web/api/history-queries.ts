import { queryOptions } from '@tanstack/react-query'
import { type ExportFormat, mostCounted, panelCalls } from '#contract/panel/panel-calls.ts'
import { callPanel } from './call.ts'
import { type OperationFilter, parametersOf } from './queries.ts'

/** The address of a file with all operations that the filter finds, at the gateway of this page. */
export function exportHref(filter: OperationFilter, format: ExportFormat): string {
  const search = new URLSearchParams({ format })
  for (const [name, value] of Object.entries(parametersOf(filter))) if (value) search.set(name, value)
  return `${panelCalls.exportOperations.path}?${search}`
}

/** How many operations a filter finds: exactly, or at least so many. Asked again every 15 s. */
export const operationCountQuery = (filter: OperationFilter) =>
  queryOptions({
    queryKey: ['operation-count', filter],
    queryFn: async ({ signal }) => {
      const { count = 0 } = await callPanel(
        'listOperations',
        { ...parametersOf(filter), limit: 1, count: '1' },
        { signal },
      )
      return { count: Math.min(count, mostCounted), isMore: count > mostCounted }
    },
    refetchInterval: 15_000,
  })

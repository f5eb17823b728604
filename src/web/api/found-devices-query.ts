import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { callEnos } from './call.ts'
import { foundExpression } from './search-expression.ts'

/** Most that one search of devices gives (§3.2). */
export const devicePageSize = 200
/** ms: only what is opened or found is asked again, for its state. */
export const devicesFreshAfter = 15_000

/** One page of the devices that an expression names, with how many there are in all. */
export async function devicesWith(orgId: string, expression: string, pageNo: number, signal: AbortSignal) {
  const body = { expression, pagination: { pageNo, pageSize: devicePageSize } }
  const { data, pagination } = await callEnos('searchDevice', { orgId }, { body, signal })
  return { devices: data, total: pagination?.totalSize ?? data.length }
}

/** What the gateway finds for a search, page by page; typing on cancels it. */
export const foundDevicesQuery = (orgId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['found-devices', orgId, search],
    queryFn: ({ pageParam, signal }) => devicesWith(orgId, foundExpression(search), pageParam, signal),
    initialPageParam: 1,
    getNextPageParam: ({ total }, _pages, pageNo) => (pageNo * devicePageSize < total ? pageNo + 1 : undefined),
    enabled: search !== '',
    refetchInterval: devicesFreshAfter,
    placeholderData: keepPreviousData,
  })

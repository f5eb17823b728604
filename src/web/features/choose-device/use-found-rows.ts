import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { foundDevicesQuery } from '../../api/found-devices-query.ts'
import type { ListRow } from './list-rows.ts'

/**
 * What the gateway finds for a search, as rows; more are asked for when the last one is seen.
 * @param search empty: nothing is asked.
 */
export function useFoundRows(orgId: string, search: string) {
  const { data, error, isFetching, isPlaceholderData, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    foundDevicesQuery(orgId, search),
  )
  const isWaiting = search !== '' && data === undefined && error === null
  const rows = useMemo((): ListRow[] => {
    const devices = new Map(data?.pages.flatMap((page) => page.devices).map((device) => [device.assetId, device]))
    const found = [...devices.values()].map((device): ListRow => {
      return { kind: 'device', id: `found:${device.assetId}`, depth: 0, device, place: device.assetId }
    })
    const retry = (): void => void fetchNextPage()
    const onSeen = isFetching ? null : retry
    return hasNextPage ? [...found, { kind: 'more', id: 'found more', depth: 0, onSeen, error: null, retry }] : found
  }, [data, hasNextPage, isFetching, fetchNextPage])
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    /** What is shown belongs to an earlier search, or nothing is there yet. */
    isStale: isPlaceholderData || isWaiting,
    error: data ? null : error,
    retry: () => void refetch(),
  }
}

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Report } from '#contract/enos/reports-of.ts'
import { merged } from './merged.ts'

/** What is remembered of each point, and for how long nobody need look at it, ms. */
const mostSeen = 2000
const kept = 3_600_000

const seenQuery = (orgId: string, assetId: string, pointId: string) =>
  queryOptions<Report[]>({
    queryKey: ['seen-reports', orgId, assetId, pointId],
    queryFn: () => [],
    enabled: false,
    initialData: [],
    gcTime: kept,
  })

/** What this panel has seen a point report: all there is where the gateway gives no values over time. */
export function useSeen(orgId: string, assetId: string, pointId: string, latest: Report | undefined): Report[] {
  const client = useQueryClient()
  const query = seenQuery(orgId, assetId, pointId)
  const { data } = useQuery(query)
  useEffect(() => {
    if (!latest || latest.time === 0) return
    const { queryKey } = seenQuery(orgId, assetId, pointId)
    client.setQueryData(queryKey, (before: Report[] = []) =>
      before.at(-1)?.time === latest.time ? before : merged(before, [latest]).slice(-mostSeen),
    )
  }, [client, orgId, assetId, pointId, latest])
  return data
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { type Report, reportsOf } from '#contract/enos/reports-of.ts'
import { merged, within } from './merged.ts'
import { isPassing, mostReports, type ReportedPoint, reportsQuery, type Span } from './reports-query.ts'

/** ms after which somebody who waits is told that it takes long. */
const slowAfter = 4000
/** ms between two questions after one that failed. */
const triedAgain = 30_000

export interface Reports {
  reports: Report[]
  state: 'loading' | 'slow' | 'given' | 'notGiven' | 'failed'
  /** Whether there are more in the span than were asked for. */
  isCut: boolean
  retry: () => void
}

function useIsSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isPending) return
    const timer = setTimeout(() => setSlow(true), slowAfter)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isPending])
  return isPending && isSlow
}

/**
 * What a point reported in a span, by the gateway and by what is known here anyway.
 * @param name of the span, as in {@link reportsQuery}.
 * @param known here without asking.
 * @param every ms between two questions; false for asking once.
 */
export function useReports(options: {
  point: ReportedPoint
  name: string
  spanOf: () => Span
  known: Report[]
  every: number | false
}): Reports {
  const { point, name, spanOf, known, every } = options
  const { data, error, isPending, refetch } = useQuery({
    ...reportsQuery(point, name, spanOf),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.error ? isPassing(state.error) && triedAgain : every),
    // A gateway that gives none is not asked again each time somebody looks.
    retryOnMount: false,
  })
  const isSlow = useIsSlow(point.assetId !== '' && isPending)
  const { from, to } = spanOf()
  const { assetId, pointId, definition } = point
  const given = useMemo(
    () => reportsOf(data ?? [], assetId ?? '', pointId, definition),
    [data, assetId, pointId, definition],
  )
  const reports = useMemo(() => within(merged(given, known), from, to), [given, known, from, to])
  return {
    reports,
    state: stateOf({ canAsk: assetId !== '', isPending, isSlow, hasData: data !== undefined, error }),
    isCut: given.length >= mostReports,
    retry: () => void refetch(),
  }
}

function stateOf(asked: {
  canAsk: boolean
  isPending: boolean
  isSlow: boolean
  hasData: boolean
  error: Error | null
}): Reports['state'] {
  const { canAsk, isPending, isSlow, hasData, error } = asked
  // What was given before still holds when a later question fails.
  if (canAsk && hasData) return 'given'
  if (!canAsk || (error && !isPassing(error))) return 'notGiven'
  if (error) return 'failed'
  if (isPending) return isSlow ? 'slow' : 'loading'
  return 'given'
}

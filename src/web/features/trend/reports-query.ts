import { queryOptions } from '@tanstack/react-query'
import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import type { RawRecord } from '#contract/enos/raw-data.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import { callEnos } from '../../api/call.ts'

/** Reports that are asked for at most: a plot has not as many pixels. */
export const mostReports = 5000

/** Which point, and how its values are read. */
export interface ReportedPoint {
  orgId: string
  /** null while it is looked up, empty where nobody knows it: then nobody can be asked. */
  assetId: string | null
  pointId: string
  /** null where no model tells. */
  definition: ValueDefinition | null
}

/** Times in words have no parts of a second. */
const inWords = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')

/** ms since the epoch. */
export interface Span {
  from: number
  to: number
}

/**
 * Records of what a point reported, the newest {@link mostReports} of a span.
 * @param name of the span; those that move with the clock are the same question each time.
 */
export const reportsQuery = ({ orgId, assetId, pointId }: ReportedPoint, name: string, spanOf: () => Span) =>
  queryOptions({
    queryKey: ['reports', orgId, assetId, pointId, name],
    queryFn: async ({ signal }): Promise<RawRecord[]> => {
      const { from, to } = spanOf()
      const body = {
        assetIds: assetId ?? '',
        pointIds: pointId,
        startTime: inWords(Math.floor(from / 1000) * 1000),
        endTime: inWords(Math.ceil(to / 1000) * 1000),
        pageSize: mostReports,
        orderBy: 'timestamp desc' as const,
        itemFormat: 0,
      }
      const { data } = await callEnos('getRawData', { orgId }, { body, signal })
      return data.items
    },
    enabled: Boolean(assetId),
    staleTime: 20_000,
    gcTime: 60_000,
  })

/** After these, the same question may be answered in a while. */
const passing: ReadonlySet<FailureName> = new Set([
  ...(['proxyUnreachable', 'gatewayUnreachable', 'connectionLost', 'unreadableAnswer', 'internalError'] as const),
  ...(['gatewayTooMany', 'gatewayFailed', 'gatewayBadAnswer', 'gatewayUnavailable', 'gatewayTimedOut'] as const),
  ...(['tooManyRequests', 'notSignedIn', 'targetUnknown', 'tokenExpired'] as const),
])
/** The time series service's own error (docs/time-series.md). */
const ownError = 80_500

/** Whether asking again can help; else the gateway has no such call, or gives these values to nobody here. */
export const isPassing = (error: Error): boolean =>
  !(error instanceof Failure) || passing.has(error.failure) || error.code === ownError

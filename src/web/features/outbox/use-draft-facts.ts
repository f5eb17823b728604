import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { isSameValue } from '#contract/value/same-value.ts'
import type { OutboxDraft } from '../../api/outbox-draft.ts'
import {
  deviceQuery,
  latestQuery,
  modelQuery,
  operationsQuery,
  permissionToSetQuery,
  sessionQuery,
} from '../../api/queries.ts'
import { refusedBy } from '../../ui/refused-by.ts'
import { useConnected } from '../../ui/use-connected.ts'
import { useNow } from '../../ui/use-now.ts'
import { draftAge } from './draft-age.ts'
import { sinceKept } from './then-and-now.ts'
import { expectedValue } from './value-words.ts'
import { waySense } from './way-sense.ts'

/** So many of the newest: older ones are counted nowhere. */
const newest = 20
/** ms */
const askedEvery = 10_000

/** How the device is named in calls. */
export const selectorOf = ({ send: { query } }: Pick<OutboxDraft, 'send'>) =>
  query.assetId ? { assetId: query.assetId } : { productKey: query.productKey, deviceKey: query.deviceKey }

/** How old a draft is, by the server's clock as last heard of. */
export function useDraftAge(draft: OutboxDraft) {
  const { data: session, dataUpdatedAt } = useQuery(sessionQuery())
  const now = useNow()
  const offset = session ? session.time - dataUpdatedAt : draft.clockOffset
  return draftAge(draft, { now, offset, mostAge: (session?.draftMaxAge ?? 0) * 1000 })
}

/** A kept draft beside what holds now; asked freshly, and nothing is told that is not known. */
export function useDraftFacts(draft: OutboxDraft) {
  const isConnected = useConnected() !== 'lost'
  const { orgId, measurepointId, pendingTtl } = draft.send.query
  const selector = selectorOf(draft)
  const asked = { enabled: isConnected, refetchInterval: askedEvery }
  const device = useQuery({ ...deviceQuery(orgId, selector), ...asked })
  const values = useQuery({ ...latestQuery(orgId, selector), ...asked })
  const modelId = device.data?.modelId || draft.modelId
  const model = useQuery({ ...modelQuery(orgId, modelId), enabled: isConnected && modelId !== '' })
  const permission = useQuery({
    ...permissionToSetQuery(orgId, selector, measurepointId),
    enabled: isConnected,
  })
  const commands = useInfiniteQuery({
    ...operationsQuery({ ...selector, measurepointId }, newest),
    placeholderData: undefined,
    enabled: isConnected,
  })
  const age = useDraftAge(draft)
  const point = model.data?.measurepoints[measurepointId] ?? null
  const isFresh = isConnected && values.isFetchedAfterMount && values.data !== undefined
  const latest = isFresh ? (values.data.find(({ id }) => id === measurepointId) ?? null) : undefined
  const areCommandsKnown = isConnected && commands.data !== undefined
  const since = sinceKept(draft, {
    keptTime: age.keptTime,
    latest,
    operations: commands.data?.pages.flatMap(({ items }) => items) ?? [],
    definition: point,
  })
  const expected = expectedValue(draft)
  return {
    isConnected,
    /** What the device has to report still; undefined where that was not asked for. */
    expected,
    /** undefined where it is not known what the device reports now. */
    isAsExpected:
      expected === undefined || latest === undefined
        ? undefined
        : latest !== null && isSameValue(latest.value, expected, point),
    age,
    point,
    latest,
    since: { ...since, areCommandsKnown },
    way: waySense(isConnected ? device.data?.status : undefined, pendingTtl),
    isRefused: isConnected && permission.data !== undefined && refusedBy(permission.data) !== undefined,
    timezone: device.data?.timezone,
  }
}
export type DraftFacts = ReturnType<typeof useDraftFacts>

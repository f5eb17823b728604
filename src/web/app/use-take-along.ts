import { QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keepAll } from '../api/keep-answers.ts'
import { deviceQuery, fleetQuery, latestQuery, modelQuery, operationPagesQuery } from '../api/queries.ts'
import { useFavouriteDevices, useRecentDevices } from '../features/choose-device/remembered-devices.ts'
import { treesQuery } from '../features/choose-device/tree-query.ts'
import { createOwnStore } from './own-store.ts'
import { useSession } from './session-context.ts'

/** ms between two rounds. */
const every = 10 * 60_000
/** Devices of a round: those that one goes to are among the starred and the last ones. */
const most = 12

/**
 * Now and then reads aside, and keeps, what one is likely to want in the field though it is not on the screen: the
 * newest commands, one's own, and the starred and last devices with their values.
 * @param isPossible the server can be reached, and knows the person.
 */
export function useTakeAlong(isPossible: boolean): void {
  const client = useQueryClient()
  const { session, gateway } = useSession()
  const { orgId, treeIds, id: gatewayId } = gateway
  const { id: personId, name } = session.person
  const { recent } = useRecentDevices(orgId)
  const { favourites } = useFavouriteDevices(orgId)
  const wanted = useRef<string[]>([])
  wanted.current = [...new Set([...favourites, ...recent])].slice(0, most)

  useEffect(() => {
    if (!isPossible) return
    const round = async () => {
      if (document.visibilityState !== 'visible') return
      // Aside: what is on the screen has its own pace, and what is not must not stay in memory.
      const aside = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
      for (const filter of [{}, { person: name }]) await aside.prefetchInfiniteQuery(operationPagesQuery(filter))
      for (const assetId of wanted.current) {
        await aside.prefetchQuery(latestQuery(orgId, { assetId }))
        await aside.prefetchQuery(deviceQuery(orgId, { assetId }))
        const modelId = aside.getQueryData(deviceQuery(orgId, { assetId }).queryKey)?.modelId
        const isHere = modelId && client.getQueryData(modelQuery(orgId, modelId).queryKey)
        if (modelId && !isHere) await aside.prefetchQuery({ ...modelQuery(orgId, modelId) })
      }
      // On a phone that was led to a device by a link nobody has asked for the list; here, where what comes is kept.
      await client.prefetchQuery({ ...fleetQuery(orgId), staleTime: every })
      await client.prefetchQuery(treesQuery(orgId, treeIds))
      const store = createOwnStore()
      await keepAll(aside, store, { personId, gatewayId })
      await store.close()
      aside.clear()
    }
    const start = () => void round().catch(() => {})
    start()
    const timer = setInterval(start, every)
    return () => clearInterval(timer)
  }, [client, orgId, treeIds, gatewayId, personId, name, isPossible])
}

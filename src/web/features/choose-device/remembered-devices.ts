import { useCallback } from 'react'
import * as z from 'zod/mini'
import { useOwnName } from '../../ui/own-name.ts'
import { useStored } from '../../ui/use-stored.ts'

const mostRecent = 6
const assetIds = z.array(z.string())
const none: string[] = []

/** The list with the newest in front, each once, none beyond the sixth. */
export const withVisit = (recent: string[], assetId: string): string[] =>
  [assetId, ...recent.filter((id) => id !== assetId)].slice(0, mostRecent)

/** The devices that were chosen last, newest first, in this browser. */
export function useRecentDevices(orgId: string) {
  const [recent, change] = useStored(useOwnName(`setpoint.recent.${orgId}`), assetIds, none)
  const visit = useCallback((assetId: string) => change((before) => withVisit(before, assetId)), [change])
  return { recent, visit }
}

/** The devices that this browser's person has starred. */
export function useFavouriteDevices(orgId: string) {
  const [favourites, change] = useStored(useOwnName(`setpoint.favourites.${orgId}`), assetIds, none)
  const toggle = useCallback(
    (assetId: string) =>
      change((before) => (before.includes(assetId) ? before.filter((id) => id !== assetId) : [...before, assetId])),
    [change],
  )
  return { favourites, toggle }
}

import { useMemo } from 'react'
import { selectorOf } from './chosen-device.ts'
import { useSession } from './session-context.ts'
import { useChosenDevice } from './use-chosen-device.ts'
import { useControlSearch } from './use-control-search.ts'

/**
 * What the control screen shows, for who stands around it.
 * @param path without the gateway; on other pages nothing is chosen, whatever their address holds.
 */
export function useChosenHere(path: string) {
  const { orgId } = useSession().gateway
  const [search] = useControlSearch()
  const { asset, pk, dk, point = '' } = search
  const isControl = path === '/' || path === ''
  const selector = useMemo(() => (isControl ? selectorOf({ asset, pk, dk }) : null), [isControl, asset, pk, dk])
  const chosen = useChosenDevice(orgId, selector)
  return { chosen, pointId: chosen ? point : '' }
}

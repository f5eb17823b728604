import { useQuery } from '@tanstack/react-query'
import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { useText } from '../../text/text-context.ts'
import { placeQuery } from './place-query.ts'
import { useDeviceGroups } from './use-device-groups.ts'

/** Where a device stands in the asset trees, e.g. "Wind farm A › Row 2"; empty where that is not known. */
export function useDevicePlace(orgId: string, treeIds: string[], device: Device): string {
  const { enosLocale } = useText()
  const { placeOf, hasTree, isTreeless } = useDeviceGroups(orgId, treeIds, false)
  const { data: place } = useQuery(placeQuery(orgId, treeIds, device.assetId, isTreeless))
  if (hasTree) return placeOf(device)
  return (place?.above ?? []).map(({ name, assetId }) => localText(name, enosLocale) || assetId).join(' › ')
}

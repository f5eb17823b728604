import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { foundDevicesQuery } from '../api/found-devices-query.ts'
import { devicesOfIdsQuery } from '../features/choose-device/large-fleet-queries.ts'
import { useRecentDevices } from '../features/choose-device/remembered-devices.ts'
import { searchDevices, searchWords } from '../features/choose-device/search-devices.ts'
import { useDeviceGroups } from '../features/choose-device/use-device-groups.ts'
import type { Entry, EntryKind } from '../features/palette/entry.ts'
import { useText } from '../text/text-context.ts'
import { controlHref } from '../ui/links.ts'
import { useRestedText } from '../ui/use-rested-text.ts'
import { navigate } from './navigate.ts'
import { useSession } from './session-context.ts'

/** Of more devices only those in which every word occurs are looked at letter by letter. */
const mostLookedAt = 2000
const mostFound = 200

const noDevices: Device[] = []

/** Of a fleet that is never read whole: what the gateway finds for what was typed, and the devices of late. */
function useLargeFleet(orgId: string, isLarge: boolean, typed: string, recent: string[]) {
  const rested = useRestedText(typed)
  const search = isLarge && searchWords(rested).length > 0 ? rested : ''
  const found = useInfiniteQuery(foundDevicesQuery(orgId, search))
  const ofLate = useQuery(devicesOfIdsQuery(orgId, isLarge ? recent : []))
  const isTyped = isLarge && searchWords(typed).length > 0
  return {
    devices: [
      ...(ofLate.data ?? noDevices),
      // What an earlier search found answers to no other.
      ...(isTyped && !found.isPlaceholderData && search === typed.trim()
        ? (found.data?.pages.flatMap(({ devices }) => devices) ?? noDevices)
        : noDevices),
    ],
    isPending: isTyped && (search !== typed.trim() || found.isFetching),
  }
}

/** The devices: those of late before anything is typed, and all of them after. */
export function useDeviceEntries(typed: string): { entries: Entry[]; isPending: boolean } {
  const { device: text, enosLocale } = useText()
  const { orgId, treeIds } = useSession().gateway
  const { devices: whole, isLarge, placeOf, hasTree, isPending } = useDeviceGroups(orgId, treeIds)
  const { recent } = useRecentDevices(orgId)
  const large = useLargeFleet(orgId, isLarge, typed, recent)
  const devices = isLarge ? large.devices : whole
  const entryOf =
    (kind: EntryKind) =>
    (device: Device): Entry => {
      const { assetId, productKey, deviceKey, deviceName, status } = device
      const place = hasTree ? placeOf(device) : ''
      const state = status === 'online' ? '' : text.statusInline[status]
      return {
        id: `device ${assetId}`,
        kind,
        icon: kind === 'recent' ? 'history' : 'monitor',
        title: localText(deviceName, enosLocale) || deviceKey,
        detail: [place, text.ids(productKey, deviceKey), assetId, state].filter(Boolean).join(' · '),
        ids: [assetId, deviceKey, `${productKey}/${deviceKey}`],
        run: () => navigate(controlHref(device)),
        isFound: isLarge && kind === 'device',
        leadsToPoints: true,
      }
    }
  const ofLate = recent.flatMap((id) => devices.find(({ assetId }) => assetId === id) ?? [])
  const isTyped = typed.trim() !== ''
  const others = isTyped ? devices.filter(({ assetId }) => !recent.includes(assetId)) : []
  const candidates = others.length > mostLookedAt ? searchDevices(others, typed, placeOf).slice(0, mostFound) : others
  return {
    entries: [...ofLate.map(entryOf('recent')), ...candidates.map(entryOf('device'))],
    isPending: isPending || large.isPending,
  }
}

import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { localText, type StringI18n } from '#contract/enos/string-i18n.ts'
import { useText } from '../../text/text-context.ts'
import { devicesOfIdsQuery, levelQuery, type Place, type PlaceName, placeId } from './large-fleet-queries.ts'
import { sectionRows } from './list-rows.ts'
import { modelNamesQuery } from './model-names-query.ts'
import { placeQuery } from './place-query.ts'
import { type OpenPlace, placeRows } from './place-rows.ts'
import { useFavouriteDevices, useRecentDevices } from './remembered-devices.ts'
import { rootsQuery } from './roots-query.ts'

const nowhere = () => ''

/** The starred and recent devices, then the trees as far as they have been opened; where there is none, the models. */
export function usePlaceRows(orgId: string, treeIds: string[], chosen: string) {
  const { device: text, locale, enosLocale } = useText()
  const { favourites } = useFavouriteDevices(orgId)
  const recent = useRecentDevices(orgId).recent.filter((id) => !favourites.includes(id))
  const roots = useQuery(rootsQuery(orgId, treeIds))
  const { data: models } = useQuery(modelNamesQuery(orgId))
  const { data: chosenPlace } = useQuery(placeQuery(orgId, treeIds, chosen, true))
  const remembered = useQuery(devicesOfIdsQuery(orgId, [...favourites, ...recent])).data ?? []
  const [toggled, setToggled] = useState<Record<string, boolean>>({})
  const [pagesOf, setPagesOf] = useState<Record<string, number>>({})
  const nameOf = (name: StringI18n) => localText(name, enosLocale)
  const top: PlaceName[] =
    treeIds.length > 0
      ? (roots.data ?? []).map(({ treeId, root }) => {
          return { place: { treeId, assetId: root.assetId }, name: nameOf(root.name) || root.assetId }
        })
      : [...(models ?? [])].map(([modelId, name]) => ({ place: { modelId }, name: nameOf(name) || modelId }))
  const around = chosenPlace ? chosenPlace.above.map(({ assetId }) => `${chosenPlace.treeId}/${assetId}`) : []
  // A single root is opened at once: closed it tells nothing.
  const atFirst = new Set([...around, ...(top.length === 1 ? top.map(({ place }) => placeId(place)) : [])])
  const isOpen = (id: string) => toggled[id] ?? atFirst.has(id)
  const opened = [...new Set([...atFirst, ...Object.keys(toggled)])].filter(isOpen)
  const pages = opened.flatMap((id) =>
    Array.from({ length: pagesOf[id] ?? 1 }, (_, index) => ({ id, pageNo: index + 1 })),
  )
  const results = useQueries({
    queries: pages.map(({ id, pageNo }) => levelQuery(orgId, placeOf(id), pageNo, enosLocale, nameOf)),
  })

  const openPlace = (place: Place): OpenPlace | null => {
    const id = placeId(place)
    if (!isOpen(id)) return null
    const own = results.filter((_, index) => pages[index]?.id === id)
    const failed = own.find(({ data, error }) => !data && error)
    const isReading = own.some(({ isPending }) => isPending)
    return {
      pages: own.flatMap(({ data }) => data ?? []),
      onMore: isReading || failed ? null : () => setPagesOf((before) => ({ ...before, [id]: own.length + 1 })),
      error: failed?.error ?? null,
      retry: () => void failed?.refetch(),
    }
  }
  const deviceName = (device: Device) => nameOf(device.deviceName) || device.deviceKey
  const sections = [
    {
      id: 'favourites',
      name: text.favourites,
      devices: remembered.filter(({ assetId }) => favourites.includes(assetId)),
    },
    { id: 'recent', name: text.recent, devices: remembered.filter(({ assetId }) => recent.includes(assetId)) },
  ]
  return {
    rows: [
      ...sections.flatMap((section) => sectionRows(section, nowhere)),
      ...placeRows(top, openPlace, { locale, deviceName }),
    ],
    error: roots.data ? null : roots.error,
    retry: () => void roots.refetch(),
    onOpen: (id: string, open: boolean) => setToggled((before) => ({ ...before, [id]: open })),
  }
}

/** The place that an id of {@link placeId} names. */
function placeOf(id: string): Place {
  const model = /^model:(.*)$/s.exec(id)
  if (model) return { modelId: model[1] ?? '' }
  const [treeId = '', ...rest] = id.split('/')
  return { treeId, assetId: rest.join('/') }
}

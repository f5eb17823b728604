import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { foundDevicesQuery } from '../../api/found-devices-query.ts'
import { deviceQuery, fleetQuery, wholeFleet } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { FieldBox } from '../../ui/field-box.tsx'
import { useRestedText } from '../../ui/use-rested-text.ts'
import type { FilterInUrl } from './operation-filter.ts'

interface DeviceFilterProps {
  orgId: string
  filter: FilterInUrl
  onChange: (parts: FilterInUrl) => void
  className?: string | undefined
}

/** Everything by which a device can be named here, in lower case. */
const namesOf = ({ assetId, deviceKey, deviceName }: Device, enosLocale: string) =>
  [assetId, deviceKey, localText(deviceName, enosLocale)].map((name) => name.toLowerCase())

const none: Device[] = []

/**
 * The devices to choose from: all, or of a large fleet those that the gateway finds for what is typed; and the one that
 * is filtered by, where it is not among them.
 */
function useDevices(orgId: string, { asset, pk, dk }: FilterInUrl, typed: string) {
  // Names hardly change: the list need not be as fresh as where statuses are shown.
  const fleet = useQuery({ ...fleetQuery(orgId), refetchInterval: false, staleTime: 60_000 }).data
  const isLarge = (fleet?.total ?? 0) > wholeFleet
  const rested = useRestedText(typed)
  const found = useInfiniteQuery({ ...foundDevicesQuery(orgId, isLarge ? rested : ''), refetchInterval: false })
  const ids = asset ? { assetId: asset } : { productKey: pk ?? '', deviceKey: dk ?? '' }
  const isChosen = isLarge && Boolean(asset || (pk && dk))
  const chosen = useQuery({ ...deviceQuery(orgId, ids), enabled: isChosen, refetchInterval: false, retry: false }).data
  const large = found.data?.pages.flatMap(({ devices }) => devices) ?? none
  return {
    devices: (isLarge ? (typed === '' ? none : large) : fleet?.devices) ?? none,
    others: isChosen && chosen ? [chosen] : none,
  }
}

/** Narrows to one device, found by name, asset id or device key. Names that two devices share need the id. */
export function DeviceFilter({ orgId, filter, onChange, className }: DeviceFilterProps) {
  const { history: text, enosLocale } = useText()
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const { devices, others } = useDevices(orgId, filter, typed ?? '')
  const chosen = [...devices, ...others].find(({ assetId, productKey, deviceKey }) =>
    filter.asset ? assetId === filter.asset : productKey === filter.pk && deviceKey === filter.dk,
  )
  const nameOf = (device: Device) => localText(device.deviceName, enosLocale) || device.deviceKey
  const bearers = new Map<string, number>()
  for (const device of devices) bearers.set(nameOf(device), (bearers.get(nameOf(device)) ?? 0) + 1)
  const shown = chosen ? nameOf(chosen) : (filter.asset ?? filter.dk ?? '')

  const type = (words: string) => {
    const found = devices.filter((device) => namesOf(device, enosLocale).includes(words.toLowerCase()))
    const [device] = found
    if (words === '') onChange({ asset: '', pk: '', dk: '' })
    if (found.length === 1 && device) onChange({ asset: device.assetId, pk: '', dk: '' })
    setTyped(words === '' || found.length === 1 ? null : words)
  }
  // Typed whole before the gateway had found it, it counts as soon as it has.
  useEffect(() => {
    const found = typed ? devices.filter((device) => namesOf(device, enosLocale).includes(typed.toLowerCase())) : []
    const [device] = found
    if (found.length !== 1 || !device) return
    onChange({ asset: device.assetId, pk: '', dk: '' })
    setTyped(null)
  })

  return (
    <>
      <FieldBox
        className={className}
        label={text.device}
        placeholder={text.anyDevice}
        list={listId}
        value={typed ?? shown}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <datalist id={listId}>
        {devices.map((device) => {
          const name = nameOf(device)
          const isShared = (bearers.get(name) ?? 0) > 1
          return (
            <option key={device.assetId} value={isShared ? device.assetId : name}>
              {isShared ? name : device.assetId}
            </option>
          )
        })}
      </datalist>
    </>
  )
}

import { type RefObject, useEffect } from 'react'
import type { DeviceSelector } from '#contract/enos/device.ts'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { LoadError } from '../../ui/load-error.tsx'
import { DeviceList } from './device-list.tsx'
import { useFavouriteDevices } from './remembered-devices.ts'
import { searchWords } from './search-devices.ts'
import { useDeviceRows } from './use-device-rows.ts'
import { useFoundRows } from './use-found-rows.ts'
import { usePlaceRows } from './use-place-rows.ts'

interface LargeFleetProps {
  orgId: string
  treeIds: string[]
  /** assetId; empty for none. */
  chosen: string
  /** As it stands in the box, and once typing has paused. */
  typed: string
  search: string
  hrefOf: (device: DeviceSelector) => string
  onChoose?: (() => void) | undefined
  /** Is given what moves the focus to the first row. */
  onDown: RefObject<(() => void) | null>
}

/** The devices of a fleet that is never read whole: places are read when they are opened, the gateway searches. */
export function LargeFleet({ orgId, treeIds, chosen, typed, search, hrefOf, onChoose, onDown }: LargeFleetProps) {
  const { device: text, shell } = useText()
  const { favourites } = useFavouriteDevices(orgId)
  const isSearching = searchWords(typed).length > 0
  const found = useFoundRows(orgId, searchWords(search).length > 0 ? search.trim() : '')
  const places = usePlaceRows(orgId, treeIds, chosen)
  const isSettled = typed.trim() === search.trim() && !found.isStale
  const heading = isSettled ? text.found(found.total) : shell.loading
  const rows = isSearching
    ? found.rows.length > 0 || !isSettled
      ? [{ kind: 'heading' as const, id: 'found', name: heading }, ...found.rows]
      : []
    : places.rows
  const { list, focusFirst } = useDeviceRows(rows, chosen)
  useEffect(() => {
    onDown.current = focusFirst
  })
  const { error, retry } = isSearching ? found : places
  const isNoneFound = isSearching && isSettled && !error && found.total === 0
  return (
    <>
      {error && <LoadError title={text.loadFailed} error={error} onRetry={retry} />}
      {isNoneFound && (
        <Blank icon="search" title={text.noneFoundTitle(typed.trim())}>
          {text.noneFoundLarge}
        </Blank>
      )}
      <DeviceList
        {...list}
        orgId={orgId}
        favourites={favourites}
        hrefOf={hrefOf}
        onOpenGroup={places.onOpen}
        onChoose={onChoose}
      />
      <p role="status" className="visually-hidden">
        {isSearching && isSettled ? heading : ''}
      </p>
    </>
  )
}

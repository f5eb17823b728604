import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Device, DeviceSelector } from '#contract/enos/device.ts'
import { useText } from '../../text/text-context.ts'
import { AsOf } from '../../ui/as-of.tsx'
import { Blank } from '../../ui/blank.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { useUrlText } from '../../ui/use-url-text.ts'
import styles from './choose-device.module.css'
import { DeviceList } from './device-list.tsx'
import { groupRows, openAtFirst, type Section, sectionRows } from './list-rows.ts'
import { useFavouriteDevices, useRecentDevices } from './remembered-devices.ts'
import { searchDevices, searchWords } from './search-devices.ts'
import { useDeviceGroups } from './use-device-groups.ts'
import { useDeviceRows } from './use-device-rows.ts'

interface ChooseDeviceProps {
  orgId: string
  treeIds: string[]
  /** assetId of the chosen device; empty for none. */
  chosen: string
  /** What stands in the URL for the search box. */
  search: string
  onSearch: (search: string) => void
  /** The address that chooses a device. */
  hrefOf: (device: DeviceSelector) => string
  /** A device was chosen, perhaps the same again. */
  onChoose?: (() => void) | undefined
  /** Whether the devices are asked for by now. */
  isDue: boolean
  /** Opens the way by a code on a cabinet. */
  onScan: () => void
}

/** Rarely needed: its code comes when it is opened. */
const ByHand = lazy(() => import('./by-hand.tsx').then(({ ByHand }) => ({ default: ByHand })))

/** For fleets that are too large to be held as a whole. */
const LargeFleet = lazy(() => import('./large-fleet.tsx').then(({ LargeFleet }) => ({ default: LargeFleet })))

const mostFound = 100

/** Find a device: by search, among the recent and starred ones, in the asset tree, or by its ids. */
export function ChooseDevice({
  orgId,
  treeIds,
  chosen,
  search,
  onSearch,
  hrefOf,
  onChoose,
  isDue,
  onScan,
}: ChooseDeviceProps) {
  const { device: text } = useText()
  const fleet = useDeviceGroups(orgId, treeIds, isDue)
  const { devices, isLarge, groups, pathOf, placeOf, error, treeFailed, hasTree, retry } = fleet
  // What has come is drawn in pieces.
  const isPending = useDeferredValue(fleet.isPending) || fleet.isPending
  const { recent } = useRecentDevices(orgId)
  const { favourites } = useFavouriteDevices(orgId)
  const [typed, setTyped] = useUrlText(search, onSearch)
  const [byHand, setByHand] = useState(false)
  const [toggled, setToggled] = useState<Record<string, boolean>>({})

  const searching = searchWords(typed).length > 0
  const found = useMemo(() => searchDevices(devices, typed, placeOf), [devices, typed, placeOf])
  const byIds = (ids: string[]): Device[] => ids.flatMap((id) => devices.find(({ assetId }) => assetId === id) ?? [])
  const sections: Section[] = [
    { id: 'favourites', name: text.favourites, devices: byIds(favourites) },
    { id: 'recent', name: text.recent, devices: byIds(recent.filter((id) => !favourites.includes(id))) },
  ]
  const atFirst = useMemo(() => openAtFirst(groups, pathOf(chosen)), [groups, pathOf, chosen])
  const place = hasTree ? placeOf : () => ''
  const foundSection = { id: 'found', name: text.found(found.length), devices: found.slice(0, mostFound) }
  const rows = searching
    ? sectionRows(foundSection, place)
    : [
        ...sections.flatMap((section) => sectionRows(section, place)),
        ...groupRows(groups, (id) => toggled[id] ?? atFirst.has(id)),
      ]
  const { list, focusFirst } = useDeviceRows(rows, chosen)
  const focusFirstOfLarge = useRef<(() => void) | null>(null)
  const onDown = () => (isLarge ? focusFirstOfLarge.current?.() : focusFirst())
  return (
    <div className={styles.choose}>
      <div className={styles.head}>
        <div className={styles.search}>
          <SearchBox
            label={text.search}
            placeholder={text.searchShort}
            text={typed}
            onText={setTyped}
            onDown={onDown}
          />
        </div>
        <Button icon="scan" label={text.scan} onClick={onScan} />
        <Button icon="keyboard" label={text.byHand.open} onClick={() => setByHand(true)} />
      </div>
      <AsOf time={fleet.readAt} className={styles.asOf} />
      <div className={styles.scroll}>
        {treeFailed && !isPending && !error && (
          <Notice tone="wait" className={styles.notice}>
            {text.treeFailed}
          </Notice>
        )}
        {isPending && !error && <LoadingRows count={7} />}
        {error && <LoadError title={text.loadFailed} error={error} onRetry={retry} />}
        {!isPending && !error && fleet.total === 0 && <Blank title={text.noneTitle}>{text.none}</Blank>}
        {searching && devices.length > 0 && found.length === 0 && (
          <Blank icon="search" title={text.noneFoundTitle(typed.trim())}>
            {text.noneFound}
          </Blank>
        )}
        {isLarge && (
          <Suspense fallback={<LoadingRows count={7} />}>
            <LargeFleet {...{ orgId, treeIds, chosen, typed, search, hrefOf, onChoose }} onDown={focusFirstOfLarge} />
          </Suspense>
        )}
        {!isPending && !isLarge && (
          <DeviceList
            {...list}
            orgId={orgId}
            favourites={favourites}
            hrefOf={hrefOf}
            onOpenGroup={(id, open) => setToggled((before) => ({ ...before, [id]: open }))}
            onChoose={onChoose}
          />
        )}
        {searching && found.length > mostFound && (
          <p className={styles.more}>{text.moreFound(found.length - mostFound)}</p>
        )}
      </div>
      {byHand && (
        <Suspense>
          <ByHand onClose={() => setByHand(false)} onChoose={onChoose} />
        </Suspense>
      )}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type Ref, useDeferredValue, useMemo, useRef } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { latestQuery, modelQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { AsOf } from '../../ui/as-of.tsx'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Notice } from '../../ui/notice.tsx'
import { drawnAtOnce } from '../../ui/rows.tsx'
import type { RowsHandle } from '../../ui/rows-props.ts'
import { SearchBox } from '../../ui/search-box.tsx'
import { ToggleChip } from '../../ui/toggle-chip.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import { useRoving } from '../../ui/use-roving.ts'
import { useUrlText } from '../../ui/use-url-text.ts'
import styles from './choose-point.module.css'
import { NoPoints } from './no-points.tsx'
import { PointList } from './point-list.tsx'
import { createPointSearch } from './search-points.ts'
import { usePointClasses } from './use-point-classes.ts'

interface ChoosePointProps {
  orgId: string
  device: Device
  /** measurepointId of the chosen point; empty for none. */
  chosen: string
  /** What stands in the URL for the search box. */
  search: string
  onSearch: (search: string) => void
  /** Points that cannot be set are shown too. */
  all: boolean
  onAll: (all: boolean) => void
  /** The address that chooses a point. */
  hrefOf: (pointId: string) => string
  /** A point was chosen, perhaps the same again. */
  onChoose?: (() => void) | undefined
  searchRef?: Ref<HTMLInputElement>
}

/** Find one of a device's points, with what the device last reported for each. */
export function ChoosePoint(props: ChoosePointProps) {
  const { orgId, device, chosen, search, onSearch, all, onAll, hrefOf, onChoose, searchRef } = props
  const { point: text } = useText()
  const model = useQuery(modelQuery(orgId, device.modelId))
  const values = useQuery(latestQuery(orgId, { assetId: device.assetId }))
  const [typed, setTyped] = useUrlText(search, onSearch)
  // Thousands of points are looked through after the key has been drawn.
  const sought = useDeferredValue(typed)

  // What has come late is drawn in pieces.
  const isDrawn = useDeferredValue(model.data !== undefined)
  const points = useMemo(() => Object.values(model.data?.measurepoints ?? {}), [model.data])
  const latest = useMemo(() => values.data && new Map(values.data.map((value) => [value.id, value])), [values.data])
  const classes = usePointClasses(orgId, device.assetId, points, chosen)
  const writable = useMemo(() => points.filter(({ isWritable }) => isWritable), [points])
  const searchPoints = useMemo(() => createPointSearch(points), [points])
  const { found, shown, stops } = useMemo(() => {
    const found = searchPoints(sought)
    const canChoose = found.filter(({ isWritable, identifier }) => isWritable || identifier === chosen)
    return { found, shown: all ? found : canChoose, stops: canChoose.map(({ identifier }) => identifier) }
  }, [searchPoints, sought, all, chosen])
  const list = useRef<RowsHandle>(null)
  const { focusFirst, ...roving } = useRoving(stops, chosen, (id) => list.current?.reveal(id))
  const failed = model.isError && !model.data
  const isLost = useConnected() === 'lost'
  return (
    <div className={styles.choose}>
      <div className={styles.head}>
        <div className={styles.search}>
          <SearchBox ref={searchRef} label={text.search} text={typed} onText={setTyped} onDown={focusFirst} />
        </div>
        <ToggleChip pressed={!all} onPress={(only) => onAll(!only)}>
          {text.writableOnly(writable.length)}
        </ToggleChip>
        <AsOf time={values.dataUpdatedAt} />
      </div>
      <div className={`${styles.scroll} ${shown.length > drawnAtOnce ? styles.many : ''}`}>
        {values.isError && !failed && !(isLost && latest) && (
          <Notice tone="wait" title={text.valuesFailed} className={styles.notice}>
            {text.valuesFailedWhy}
          </Notice>
        )}
        {(model.isPending || (model.data && !isDrawn)) && <LoadingRows count={6} />}
        {failed && <LoadError title={text.loadFailed} error={model.error} onRetry={() => void model.refetch()} />}
        {model.data && isDrawn && shown.length === 0 && (
          <NoPoints
            count={points.length}
            hidden={found.length}
            search={sought}
            hrefOf={hrefOf}
            onShowAll={() => onAll(true)}
          />
        )}
        {isDrawn && (
          <PointList
            ref={list}
            points={shown}
            timezone={device.timezone}
            latest={latest ?? null}
            classes={classes}
            chosen={chosen}
            hrefOf={hrefOf}
            roving={roving}
            onChoose={onChoose}
          />
        )}
        <p role="status" className="visually-hidden">
          {sought.trim() !== '' && model.data ? text.found(shown.length) : ''}
        </p>
      </div>
    </div>
  )
}

import { type Ref, useMemo } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { PointClass } from '#contract/panel/role.ts'
import { Rows } from '../../ui/rows.tsx'
import type { RowsHandle } from '../../ui/rows-props.ts'
import type { useRoving } from '../../ui/use-roving.ts'
import styles from './point-list.module.css'
import { PointRow } from './point-row.tsx'

/** px; `--row-point` of the theme. */
const usualHeight = 60

interface PointListProps {
  points: Measurepoint[]
  /** Of the device. */
  timezone: string
  /** null while it is not known what the device reported. */
  latest: ReadonlyMap<string, LatestValue> | null
  /** As far as they are known. */
  classes: ReadonlyMap<string, PointClass | undefined>
  /** measurepointId */
  chosen: string
  hrefOf: (pointId: string) => string
  roving: Pick<ReturnType<typeof useRoving>, 'rowProps' | 'stop'>
  onChoose: (() => void) | undefined
  ref: Ref<RowsHandle>
}

/** The points as one list: one tab stop, arrow keys inside it; the chosen one is shown, as a link may choose one far down. */
export function PointList(props: PointListProps) {
  const { points, timezone, latest, classes, chosen, hrefOf, roving, onChoose, ref } = props
  const ids = useMemo(() => points.map(({ identifier }) => identifier), [points])
  const row = (point: Measurepoint) => (
    <PointRow
      {...roving.rowProps(point.identifier)}
      point={point}
      timezone={timezone}
      latest={latest?.get(point.identifier)}
      valuesKnown={latest !== null}
      pointClass={classes.get(point.identifier)}
      href={hrefOf(point.identifier)}
      chosen={point.identifier === chosen}
      onClick={onChoose}
    />
  )
  return (
    <Rows
      ref={ref}
      className={styles.list}
      ids={ids}
      row={(index) => points[index] && row(points[index])}
      current={chosen === '' ? null : chosen}
      stop={roving.stop}
      usualHeight={usualHeight}
    />
  )
}

import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { PointClass } from '#contract/panel/role.ts'
import type { useRoving } from '../../ui/use-roving.ts'
import styles from './point-list.module.css'
import { PointRow } from './point-row.tsx'

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
  rowProps: ReturnType<typeof useRoving>['rowProps']
  onChoose: (() => void) | undefined
}

export function PointList(props: PointListProps) {
  const { points, timezone, latest, classes, chosen, hrefOf, rowProps, onChoose } = props
  return (
    <ul className={styles.list}>
      {points.map((point) => (
        <li key={point.identifier}>
          <PointRow
            {...rowProps(point.identifier)}
            point={point}
            timezone={timezone}
            latest={latest?.get(point.identifier)}
            valuesKnown={latest !== null}
            pointClass={classes.get(point.identifier)}
            href={hrefOf(point.identifier)}
            chosen={point.identifier === chosen}
            onClick={onChoose}
          />
        </li>
      ))}
    </ul>
  )
}

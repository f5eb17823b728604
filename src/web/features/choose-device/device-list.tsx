import { useQuery } from '@tanstack/react-query'
import { type Ref, useMemo } from 'react'
import type { Device, DeviceSelector } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { useText } from '../../text/text-context.ts'
import { Rows } from '../../ui/rows.tsx'
import type { RowsHandle } from '../../ui/rows-props.ts'
import type { useRoving } from '../../ui/use-roving.ts'
import styles from './device-list.module.css'
import { DeviceRow } from './device-row.tsx'
import { GroupRow } from './group-row.tsx'
import type { ListRow } from './list-rows.ts'
import { modelNamesQuery } from './model-names-query.ts'
import { MoreRow } from './more-row.tsx'

/** px; `--row` of the theme. */
const usualHeight = 52

/** Rows to either side that may be seen together with one. */
const inView = 12

interface DeviceListProps {
  orgId: string
  rows: ListRow[]
  /** assetId */
  chosen: string
  favourites: string[]
  hrefOf: (device: DeviceSelector) => string
  roving: Pick<ReturnType<typeof useRoving>, 'rowProps' | 'stop'>
  onOpenGroup: (id: string, open: boolean) => void
  onChoose?: (() => void) | undefined
  ref: Ref<RowsHandle>
}

/** Headings, groups and devices as one list: one tab stop, arrow keys inside it. */
export function DeviceList(props: DeviceListProps) {
  const { orgId, rows, chosen, favourites, hrefOf, roving, onOpenGroup, onChoose, ref } = props
  const { rowProps } = roving
  const { enosLocale } = useText()
  const { data: models } = useQuery(modelNamesQuery(orgId))
  const modelOf = ({ modelId }: Device) => {
    const name = models?.get(modelId)
    return (name && localText(name, enosLocale)) || modelId
  }
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const nameOf = (row: ListRow) =>
    row.kind === 'device' ? [localText(row.device.deviceName, enosLocale) || row.device.deviceKey] : []
  const namesNear = (index: number) => rows.slice(Math.max(0, index - inView), index + inView + 1).flatMap(nameOf)
  const draw = (row: ListRow, index: number) => {
    if (row.kind === 'heading') return <h3 className={styles.heading}>{row.name}</h3>
    if (row.kind === 'more') return <MoreRow row={row} />
    if (row.kind === 'group') {
      const { id } = row.group
      const onOpen = (open: boolean) => onOpenGroup(id, open)
      return <GroupRow {...rowProps(row.id)} group={row.group} open={row.open} depth={row.depth} onOpen={onOpen} />
    }
    return (
      <DeviceRow
        {...rowProps(row.id)}
        device={row.device}
        href={hrefOf({ assetId: row.device.assetId })}
        chosen={row.device.assetId === chosen}
        favourite={favourites.includes(row.device.assetId)}
        details={[row.place, modelOf(row.device)]}
        depth={row.depth}
        near={namesNear(index)}
        onClick={onChoose}
      />
    )
  }
  return (
    <Rows
      ref={ref}
      className={styles.list}
      ids={ids}
      row={(index) => rows[index] && draw(rows[index], index)}
      current={null}
      stop={roving.stop}
      usualHeight={usualHeight}
    />
  )
}

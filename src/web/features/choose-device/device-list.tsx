import { useQuery } from '@tanstack/react-query'
import type { Device, DeviceSelector } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { useText } from '../../text/text-context.ts'
import type { useRoving } from '../../ui/use-roving.ts'
import styles from './device-list.module.css'
import { DeviceRow } from './device-row.tsx'
import { GroupRow } from './group-row.tsx'
import type { ListRow } from './list-rows.ts'
import { modelNamesQuery } from './model-names-query.ts'

interface DeviceListProps {
  orgId: string
  rows: ListRow[]
  /** assetId */
  chosen: string
  favourites: string[]
  hrefOf: (device: DeviceSelector) => string
  rowProps: ReturnType<typeof useRoving>['rowProps']
  onOpenGroup: (id: string, open: boolean) => void
  onChoose?: (() => void) | undefined
}

/** Headings, groups and devices as one list: one tab stop, arrow keys inside it. */
export function DeviceList(props: DeviceListProps) {
  const { orgId, rows, chosen, favourites, hrefOf, rowProps, onOpenGroup, onChoose } = props
  const { enosLocale } = useText()
  const { data: models } = useQuery(modelNamesQuery(orgId))
  const modelOf = ({ modelId }: Device) => {
    const name = models?.get(modelId)
    return (name && localText(name, enosLocale)) || modelId
  }
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          {row.kind === 'heading' && <h3 className={styles.heading}>{row.name}</h3>}
          {row.kind === 'group' && (
            <GroupRow
              {...rowProps(row.id)}
              group={row.group}
              open={row.open}
              depth={row.depth}
              onOpen={(open) => onOpenGroup(row.group.id, open)}
            />
          )}
          {row.kind === 'device' && (
            <DeviceRow
              {...rowProps(row.id)}
              device={row.device}
              href={hrefOf({ assetId: row.device.assetId })}
              chosen={row.device.assetId === chosen}
              favourite={favourites.includes(row.device.assetId)}
              details={[row.place, modelOf(row.device)]}
              depth={row.depth}
              onClick={onChoose}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

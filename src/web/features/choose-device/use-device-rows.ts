import { useRef } from 'react'
import type { RowsHandle } from '../../ui/rows-props.ts'
import { useRoving } from '../../ui/use-roving.ts'
import type { ListRow } from './list-rows.ts'

/**
 * Rows of devices that are walked with the arrow keys, from the chosen one.
 * @param chosen assetId; empty for none.
 * @returns what the list is given, and what moves the focus to its first row.
 */
export function useDeviceRows(rows: ListRow[], chosen: string) {
  const stops = rows.filter(({ kind }) => kind === 'device' || kind === 'group')
  const chosenRow = stops.find((row) => row.kind === 'device' && row.device.assetId === chosen)
  const ref = useRef<RowsHandle>(null)
  const { focusFirst, ...roving } = useRoving(
    stops.map(({ id }) => id),
    chosenRow?.id ?? null,
    (id) => ref.current?.reveal(id),
  )
  return { list: { ref, rows, chosen, roving }, focusFirst }
}

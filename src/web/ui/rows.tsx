import { lazy, type ReactElement, Suspense } from 'react'
import { AllRows } from './all-rows.tsx'
import type { RowsProps } from './rows-props.ts'

/** Rows that are all drawn: a browser lays out that many at once without a person noticing. */
export const drawnAtOnce = 100

/**
 * Its code comes when a list is first that long. Where it cannot be fetched, all rows are drawn: slower, and the list
 * still works.
 */
const VirtualRows = lazy<(props: RowsProps) => ReactElement>(() =>
  import('./virtual-rows.tsx').then(
    ({ VirtualRows }) => ({ default: VirtualRows }),
    () => ({ default: AllRows }),
  ),
)

/** The rows of a list that scrolls: a long one draws only those that are seen, and says of each which it is of how many. */
export function Rows(props: RowsProps) {
  if (props.ids.length <= drawnAtOnce) return <AllRows {...props} />
  const first = props.ids.slice(0, drawnAtOnce)
  return (
    <Suspense fallback={<AllRows {...props} ids={first} />}>
      <VirtualRows {...props} />
    </Suspense>
  )
}

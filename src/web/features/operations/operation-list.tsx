import type { Operation } from '#contract/panel/operation.ts'
import styles from './operation-list.module.css'
import { OperationRow } from './operation-row.tsx'
import { usePlaces } from './use-places.ts'

interface OperationListProps {
  orgId: string
  operations: readonly Operation[]
  showDevice: boolean
  className?: string | undefined
}

/** Operations, newest first, with the places of those that are queued. */
export function OperationList({ orgId, operations, showDevice, className }: OperationListProps) {
  const places = usePlaces(orgId, operations)
  return (
    <ul className={`${styles.list} ${className ?? ''}`}>
      {operations.map((operation) => (
        <OperationRow
          key={operation.id}
          operation={operation}
          place={places.get(operation.commandId)}
          showDevice={showDevice}
        />
      ))}
    </ul>
  )
}

import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { namesOf } from './change-of.ts'
import styles from './operation-change.module.css'

/** The value before and the value sent, as the person saw them: `3 000 → 3 300 kW`. */
export function OperationChange({ operation }: { operation: Operation }) {
  const { row } = useText().operations
  const { before, after, unit } = namesOf(operation)
  return (
    <span className={`${styles.change} num`}>
      {before && (
        <>
          <span className={styles.value}>{before}</span>
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden"> {row.to} </span>
        </>
      )}
      <span className={styles.value}>{after}</span>
      {unit && ` ${unit}`}
    </span>
  )
}

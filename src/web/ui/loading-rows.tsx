import { useText } from '../text/text-context.ts'
import styles from './loading-rows.module.css'
import { SlowNote } from './slow-note.tsx'

/** The shape of a list that is still on its way. */
export function LoadingRows({ count = 5 }: { count?: number }) {
  const { shell } = useText()
  return (
    <div role="status" data-loading className={styles.rows}>
      <span className="visually-hidden">{shell.loading}</span>
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
        <div key={row} className={styles.row} aria-hidden="true">
          <span className={styles.long} />
          <span className={styles.short} />
        </div>
      ))}
      <SlowNote />
    </div>
  )
}

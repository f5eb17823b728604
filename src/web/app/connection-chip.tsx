import { useText } from '../text/text-context.ts'
import { Chip } from '../ui/chip.tsx'
import { useAsOf } from '../ui/use-as-of.ts'
import styles from './connection-chip.module.css'

/**
 * Says in the header that the server is lost; nothing while it is not.
 * @param props.heardAt when it was last heard of, by this machine's clock, ms since the epoch.
 */
export function ConnectionChip({ heardAt }: { heardAt: number }) {
  const { connection } = useText().shell
  const asOf = useAsOf(heardAt)
  return (
    asOf && (
      <Chip tone="bad" icon="offline" title={connection.inHeader(asOf)}>
        <span className={styles.words}>{connection.inHeader(asOf)}</span>
      </Chip>
    )
  )
}

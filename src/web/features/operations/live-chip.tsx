import { useText } from '../../text/text-context.ts'
import { Chip } from '../../ui/chip.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import styles from './live-chip.module.css'

/** Whether what is shown follows by itself. */
export function LiveChip() {
  const { panel } = useText().operations
  return useConnected() ? (
    <Chip title={panel.liveHint}>
      <span aria-hidden="true" className={styles.dot} />
      {panel.live}
    </Chip>
  ) : (
    <Chip tone="wait" icon="offline" title={panel.notLiveHint}>
      {panel.notLive}
    </Chip>
  )
}

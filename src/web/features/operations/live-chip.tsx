import { useText } from '../../text/text-context.ts'
import { Chip } from '../../ui/chip.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import styles from './live-chip.module.css'

/** Whether what is shown follows by itself, and how soon. */
export function LiveChip() {
  const { panel } = useText().operations
  const connected = useConnected()
  if (connected === 'lost') {
    return (
      <Chip tone="wait" icon="offline" title={panel.notLiveHint}>
        {panel.notLive}
      </Chip>
    )
  }
  const isLive = connected === 'live'
  return (
    <Chip title={isLive ? panel.liveHint : panel.pollingHint}>
      <span aria-hidden="true" className={`${styles.dot} ${isLive ? '' : styles.slow}`} />
      {isLive ? panel.live : panel.polling}
    </Chip>
  )
}

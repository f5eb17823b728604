import { useText } from '../../text/text-context.ts'
import { Chip } from '../../ui/chip.tsx'
import { useAsOf } from '../../ui/use-as-of.ts'
import { useConnected } from '../../ui/use-connected.ts'
import styles from './live-chip.module.css'

/**
 * Whether what is shown follows by itself, and how soon; without a server, as of when it is.
 * @param props.time when it was read, by this machine's clock, ms since the epoch; 0 for not at all.
 */
export function LiveChip({ time }: { time: number }) {
  const { panel } = useText().operations
  const connected = useConnected()
  const asOf = useAsOf(time)
  if (connected === 'lost') {
    return (
      <Chip tone="wait" icon="offline" title={panel.notLiveHint}>
        {asOf ?? panel.notLive}
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

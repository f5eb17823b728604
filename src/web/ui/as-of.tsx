import { Chip } from './chip.tsx'
import { useAsOf } from './use-as-of.ts'

interface AsOfProps {
  /** When what it stands at was read, by this machine's clock, ms since the epoch. */
  time: number
  className?: string | undefined
}

/** Stands at what is shown without a server: as of when it is. */
export function AsOf({ time, className }: AsOfProps) {
  const words = useAsOf(time)
  return (
    words && (
      <Chip tone="wait" icon="clock" className={className}>
        {words}
      </Chip>
    )
  )
}

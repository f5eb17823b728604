import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { Icon, type IconName } from './icon.tsx'

/** `ok` done · `wait` sent and waiting · `bad` not sent or refused · `unknown` may have acted · `queued` kept for the device. */
export type ChipTone = 'ok' | 'wait' | 'bad' | 'unknown' | 'queued' | 'plain'

/** The mark that goes with each tone: a state is never told by colour alone. */
const marks: Record<ChipTone, IconName | null> = {
  ok: 'check',
  wait: 'arrowUp',
  bad: 'close',
  unknown: 'question',
  queued: 'clock',
  plain: null,
}

interface ChipProps {
  tone?: ChipTone
  /** Instead of the tone's own mark; null for none. */
  icon?: IconName | null
  title?: string
  className?: string | undefined
  children: ReactNode
}

/** A state or a property in one or two words. */
export function Chip({ tone = 'plain', icon = marks[tone], title, className, children }: ChipProps) {
  return (
    <span className={`${styles.chip} ${styles[tone]} ${className ?? ''}`} title={title}>
      {icon && <Icon name={icon} size={1.1} />}
      {children}
    </span>
  )
}

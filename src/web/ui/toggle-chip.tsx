import type { ReactNode } from 'react'
import styles from './toggle-chip.module.css'

interface ToggleChipProps {
  pressed: boolean
  onPress: (pressed: boolean) => void
  children: ReactNode
}

/** A filter that is on or off. */
export function ToggleChip({ pressed, onPress, children }: ToggleChipProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={pressed} onClick={() => onPress(!pressed)}>
      {children}
    </button>
  )
}

import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'
import styles from './tick.module.css'

interface TickProps {
  id?: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** Shown below and told to assistive technology. */
  error?: ReactNode
  /** For what leads to a send: as large as its button. */
  large?: boolean
  children: ReactNode
}

/** A box to tick, with its sentence; all of it can be pressed. */
export function Tick({ id, checked, onChange, error, large = false, children }: TickProps) {
  const ownId = useId()
  const noteId = `${id ?? ownId}-note`
  return (
    <div>
      <label className={[styles.tick, large && styles.large, error && styles.wrong].filter(Boolean).join(' ')}>
        <input
          id={id ?? ownId}
          type="checkbox"
          checked={checked}
          onChange={() => onChange(!checked)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? noteId : undefined}
        />
        <span>{children}</span>
      </label>
      {error && (
        <div id={noteId} className={styles.error}>
          <Icon name="alert" />
          {error}
        </div>
      )}
    </div>
  )
}

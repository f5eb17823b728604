import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

interface CardProps {
  /** The card's heading; with `label` instead the card has a name but shows none. */
  title?: ReactNode
  label?: string
  /** Beside the heading, at its right. */
  actions?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A named region on its own surface. */
export function Card({ title, label, actions, className, children }: CardProps) {
  const id = useId()
  return (
    <section
      className={`${styles.card} ${className ?? ''}`}
      aria-label={label}
      aria-labelledby={title && !label ? id : undefined}
    >
      {(title || actions) && (
        <div className={styles.head}>
          {title && (
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
          )}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

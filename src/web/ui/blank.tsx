import type { ReactNode } from 'react'
import styles from './blank.module.css'
import { Icon, type IconName } from './icon.tsx'

interface BlankProps {
  icon?: IconName
  title: ReactNode
  /** What can be done about it. */
  actions?: ReactNode
  children?: ReactNode
}

/** What stands where there is nothing to show: why, and what to do. */
export function Blank({ icon, title, actions, children }: BlankProps) {
  return (
    <div className={styles.blank}>
      {icon && <Icon name={icon} size={2} className={styles.icon} />}
      <div className={styles.title}>{title}</div>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './notice.module.css'

export type NoticeTone = 'info' | 'ok' | 'wait' | 'bad' | 'unknown' | 'queued'

const marks: Record<NoticeTone, IconName> = {
  info: 'info',
  ok: 'check',
  wait: 'warning',
  bad: 'alert',
  unknown: 'question',
  queued: 'clock',
}

interface NoticeProps {
  tone?: NoticeTone
  icon?: IconName
  title?: ReactNode
  /** Buttons that help. */
  actions?: ReactNode
  /** `status` is read when there is time, `alert` at once; without it the notice is only there to be found. */
  role?: 'status' | 'alert'
  className?: string | undefined
  children?: ReactNode
}

/** A banner inside the page that stays until its reason is gone. */
export function Notice({ tone = 'info', icon = marks[tone], title, actions, role, className, children }: NoticeProps) {
  return (
    <div role={role} className={`${styles.notice} ${styles[tone]} ${className ?? ''}`}>
      <Icon name={icon} size={1.3} className={styles.icon} />
      <div className={styles.words}>
        {title && <strong className={styles.title}>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'
import styles from './button.module.css'
import type { ButtonKind } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

interface LinkButtonProps {
  href: string
  kind?: ButtonKind
  icon?: IconName
  title?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** A link that looks like a button: it leads somewhere and does nothing by itself. */
export function LinkButton({ href, kind = 'plain', icon, title, className, children }: LinkButtonProps) {
  return (
    <Link href={href} title={title} className={[styles.button, styles[kind], className].filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

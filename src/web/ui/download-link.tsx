import type { ReactNode } from 'react'
import styles from './button.module.css'
import { Icon } from './icon.tsx'

interface DownloadLinkProps {
  /** An address of the server's that answers with a file; the file's name comes with it. */
  href: string
  title?: string
  children: ReactNode
}

/** A link that looks like a button and fetches a file; the page stays. */
export function DownloadLink({ href, title, children }: DownloadLinkProps) {
  return (
    <a href={href} download="" title={title} className={styles.button}>
      <Icon name="download" />
      {children}
    </a>
  )
}

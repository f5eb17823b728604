import { useRef } from 'react'
import { CrashBoundary } from './crash-boundary.tsx'
import { Pages } from './pages.tsx'
import styles from './shell.module.css'
import { usePageChange } from './use-page-change.ts'

interface ContentProps {
  /** Where "skip to the content" leads. */
  id: string
  path: string
}

/** The place of the page that the address names. */
export function Content({ id, path }: ContentProps) {
  const main = useRef<HTMLElement>(null)
  usePageChange(path, main)
  return (
    <main id={id} ref={main} tabIndex={-1} className={styles.main}>
      <CrashBoundary key={path}>
        <Pages path={path} />
      </CrashBoundary>
    </main>
  )
}

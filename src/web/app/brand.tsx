import { useText } from '../text/text-context.ts'
import styles from './brand.module.css'

/** The mark and the name. */
export function Brand() {
  const { shell } = useText()
  return (
    <span className={styles.brand}>
      <svg className={styles.mark} viewBox="0 0 26 26" fill="none" aria-hidden="true">
        <circle cx="13" cy="13" r="11.5" stroke="currentColor" strokeWidth="1.6" opacity=".3" />
        <path d="M13 1.5A11.5 11.5 0 0 1 24.5 13" stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" />
        <circle cx="13" cy="13" r="3.4" fill="var(--accent)" />
      </svg>
      <span className={styles.name}>{shell.productName}</span>
    </span>
  )
}

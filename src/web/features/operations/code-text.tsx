import { type ReactNode, useId } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import styles from './code-text.module.css'

interface CodeTextProps {
  title: string
  hint?: ReactNode
  /** Shown character by character. */
  code: string
  /** What the copy button copies, in words. */
  what: string
}

/** A text for machines, verbatim, to be read, scrolled by keyboard and copied. */
export function CodeText({ title, hint, code, what }: CodeTextProps) {
  const id = useId()
  return (
    <div>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        <CopyButton text={code} what={what} />
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <section className={styles.box} aria-labelledby={id} tabIndex={0}>
        <pre className={`${styles.code} mono`}>{code}</pre>
      </section>
    </div>
  )
}

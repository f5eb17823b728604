import { markedParts } from '../../ui/differences.ts'
import styles from './marked-name.module.css'

/** A name, with what tells it from names near it that look alike underlined. */
export function MarkedName({ name, near }: { name: string; near: readonly string[] }) {
  let at = 0
  return markedParts(name, near).map(({ text, differs }) => {
    const key = at
    at += text.length
    return differs ? (
      <span key={key} className={styles.differs}>
        {text}
      </span>
    ) : (
      text
    )
  })
}

import { useText } from '../../text/text-context.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import styles from './exact-body.module.css'

/** The body, character by character; null where there is none yet. */
export function ExactBody({ body }: { body: string | null }) {
  const { setPoint } = useText()
  return (
    <div className={styles.body}>
      {body === null ? (
        <span className={`${styles.text} ${styles.none}`}>{setPoint.noBody}</span>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long body scrolls, and the keyboard must reach its end.
        <code className={`${styles.text} mono`} tabIndex={0}>
          {body}
        </code>
      )}
      {body !== null && (
        <>
          <span className={styles.says}>{setPoint.exactly}</span>
          <CopyButton text={body} what={setPoint.bodyWhat} />
        </>
      )}
    </div>
  )
}

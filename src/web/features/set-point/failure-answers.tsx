import type { FailureName } from '#contract/enos/failures.ts'
import { useText } from '../../text/text-context.ts'
import styles from './outcome-frame.module.css'

interface FailureAnswersProps {
  failure: FailureName
  /** The device's or the gateway's own words, verbatim; empty for none. */
  message: string
}

/** What happened · could the device have acted · what to do now; then the words that came with it, unchanged. */
export function FailureAnswers({ failure, message }: FailureAnswersProps) {
  const text = useText()
  const { outcome } = text.setPoint
  const { what, acted, next } = text.failures[failure]
  return (
    <>
      <dl className={styles.answers}>
        <div>
          <dt>{outcome.what}</dt>
          <dd>{what}</dd>
        </div>
        <div>
          <dt>{outcome.acted}</dt>
          <dd>{acted}</dd>
        </div>
        <div>
          <dt>{outcome.next}</dt>
          <dd>{next}</dd>
        </div>
      </dl>
      {message !== '' && message !== failure && (
        <figure className={styles.words}>
          <figcaption className={styles.small}>
            {failure === 'refusedByDevice' ? outcome.deviceWords : outcome.gatewayWords}
          </figcaption>
          <q>{message}</q>
        </figure>
      )}
    </>
  )
}

import type { FailureName } from '#contract/enos/failures.ts'
import type { FailureText } from '../../text/en/failure-text.ts'
import { useText } from '../../text/text-context.ts'
import styles from './outcome-frame.module.css'

/** What happened · could the device have acted · what to do now. */
export function FailureAnswers({ answers }: { answers: Omit<FailureText, 'title'> }) {
  const { outcome } = useText().sending
  const { what, acted, next } = answers
  return (
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
  )
}

interface VerbatimWordsProps {
  failure: FailureName
  /** Empty for none. */
  message: string
}

/** The device's or the gateway's own words, unchanged. */
export function VerbatimWords({ failure, message }: VerbatimWordsProps) {
  const { outcome } = useText().sending
  // A failure without words of its own carries its name.
  if (message === '' || message === failure) return null
  return (
    <figure className={styles.words}>
      <figcaption className={styles.small}>
        {failure === 'refusedByDevice' ? outcome.deviceWords : outcome.gatewayWords}
      </figcaption>
      <q>{message}</q>
    </figure>
  )
}

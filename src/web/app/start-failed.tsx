import { Failure } from '#contract/enos/failure.ts'
import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Button } from '../ui/button.tsx'
import { Brand } from './brand.tsx'
import styles from './start-failed.module.css'

interface StartFailedProps {
  error: Error
  /** Nothing is kept here that could be read meanwhile. */
  isEmpty: boolean
  onRetry: () => void
}

/** The server does not answer, and nothing was ever shown. */
export function StartFailed({ error, isEmpty, onRetry }: StartFailedProps) {
  const { shell, failures } = useText()
  const isKnown = error instanceof Failure && error.failure !== 'proxyUnreachable'
  return (
    <main className={styles.page} role="alert">
      <Brand />
      <Blank
        icon="offline"
        title={shell.startFailedTitle}
        actions={
          <Button icon="retry" onClick={onRetry}>
            {shell.connection.tryAgain}
          </Button>
        }
      >
        <p>{isKnown ? failures[error.failure].what : shell.startFailed}</p>
        {!isKnown && isEmpty && <p>{shell.connection.nothingKept}</p>}
      </Blank>
    </main>
  )
}

import { Failure } from '#contract/enos/failure.ts'
import { useText } from '../text/text-context.ts'
import { Blank } from './blank.tsx'
import { Button } from './button.tsx'
import { Link } from './link.tsx'
import { errorHref } from './links.ts'
import { useConnected } from './use-connected.ts'

interface LoadErrorProps {
  /** What could not be had, as a sentence. */
  title: string
  error: Error
  onRetry: () => void
}

/** Stands where something could not be read: what happened, in the words of the failure table, and a way to ask again. */
export function LoadError({ title, error, onRetry }: LoadErrorProps) {
  const { shell, failures } = useText()
  const isLost = useConnected() === 'lost'
  const failure = error instanceof Failure ? error : null
  return (
    <Blank
      icon="warning"
      title={title}
      actions={
        <Button icon="retry" onClick={onRetry}>
          {shell.connection.tryAgain}
        </Button>
      }
    >
      <p>{failure ? failures[failure.failure].what : shell.crashed}</p>
      {isLost && <p>{shell.connection.notKept}</p>}
      {failure && (
        <p>
          <Link href={errorHref(failure.failure)}>
            {shell.errorCodes} · {failure.code}
          </Link>
        </p>
      )}
    </Blank>
  )
}

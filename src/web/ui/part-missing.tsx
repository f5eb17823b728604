import { useText } from '../text/text-context.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import styles from './part-missing.module.css'

interface PartMissingProps {
  isTrying: boolean
  onRetry: () => void
}

/** Stands where the code of a part did not arrive: the network was gone, or the server holds a newer panel. */
export function PartMissing({ isTrying, onRetry }: PartMissingProps) {
  const { shell } = useText()
  return (
    <div className={styles.place}>
      <Notice
        tone="bad"
        icon="offline"
        role="alert"
        title={shell.partMissingTitle}
        actions={
          <>
            <Button icon="retry" onClick={onRetry} disabled={isTrying}>
              {shell.connection.tryAgain}
            </Button>
            <Button kind="quiet" onClick={() => location.reload()}>
              {shell.reload}
            </Button>
          </>
        }
      >
        {shell.partMissing}
      </Notice>
    </div>
  )
}

import type { FailureName } from '#contract/enos/failures.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './connection-banner.module.css'

interface SignInFailedProps {
  failure: FailureName
  onRead: () => void
}

/** Who was signed in still is, but proving it anew elsewhere did not work out. */
export function SignInFailed({ failure, onRead }: SignInFailedProps) {
  const { account, shell, failures } = useText()
  return (
    <div className={styles.place}>
      <Notice
        tone="wait"
        role="alert"
        title={account.notSignedInTitle}
        actions={<Button kind="quiet" icon="close" label={shell.close} onClick={onRead} />}
      >
        {failures[failure].what} {failures[failure].next}
      </Notice>
    </div>
  )
}

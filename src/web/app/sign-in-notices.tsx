import { useState } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useSignInAgain } from '../ui/sign-in-again-context.ts'
import { untilText } from '../ui/time-text.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './connection-banner.module.css'
import { useSession } from './session-context.ts'

/** ms before the session's end in which it is told. */
const inGoodTime = 15 * 60_000

/** What there is to say about the sign-in: that it ends soon, or that proving it anew elsewhere did not work out. */
export function SignInNotices() {
  const { shell, failures, locale } = useText()
  const { session, signInFailure } = useSession()
  const signInAgain = useSignInAgain()
  const now = useNow(10_000)
  const [isRead, setRead] = useState(false)
  const endTime = session.signIn?.endTime
  const endsSoon = endTime !== undefined && endTime - now < inGoodTime && endTime > now
  return (
    <>
      {signInFailure && !isRead && (
        <div className={styles.place}>
          <Notice
            tone="wait"
            role="alert"
            title={shell.account.notSignedInTitle}
            actions={<Button kind="quiet" icon="close" label={shell.close} onClick={() => setRead(true)} />}
          >
            {failures[signInFailure].what} {failures[signInFailure].next}
          </Notice>
        </div>
      )}
      {endsSoon && (
        <div className={styles.place}>
          <Notice
            icon="clock"
            role="status"
            title={shell.account.endsSoon(untilText(endTime, now, locale))}
            actions={<Button onClick={() => void signInAgain()}>{shell.account.signInAgain}</Button>}
          >
            {shell.account.endsSoonHelp}
          </Notice>
        </div>
      )}
    </>
  )
}

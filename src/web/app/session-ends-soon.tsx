import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useSignInAgain } from '../ui/sign-in-again-context.ts'
import { untilText } from '../ui/time-text.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './connection-banner.module.css'

/** @param props.endTime ms since the epoch. */
export function SessionEndsSoon({ endTime }: { endTime: number }) {
  const { account, locale } = useText()
  const signInAgain = useSignInAgain()
  const now = useNow(60_000)
  return (
    <div className={styles.place}>
      <Notice
        icon="clock"
        role="status"
        title={account.endsSoon(untilText(endTime, now, locale))}
        actions={<Button onClick={() => void signInAgain()}>{account.signInAgain}</Button>}
      >
        {account.endsSoonHelp}
      </Notice>
    </div>
  )
}

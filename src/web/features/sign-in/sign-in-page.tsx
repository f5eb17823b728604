import { useId } from 'react'
import type { FailureName } from '#contract/enos/failures.ts'
import type { Session } from '#contract/panel/session.ts'
import { useText } from '../../text/text-context.ts'
import { SignInFailure } from './sign-in-failure.tsx'
import styles from './sign-in-page.module.css'
import { SignInWays } from './sign-in-ways.tsx'

interface SignInPageProps {
  /** Why signing in elsewhere did not work out; null where nothing is known. */
  failure: FailureName | null
  onSignedIn: (session: Session) => void
}

/** Stands in place of the whole panel until somebody has signed in. */
export function SignInPage({ failure, onSignedIn }: SignInPageProps) {
  const { signIn: text, shell } = useText()
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <title>{`${text.title} · ${shell.productName}`}</title>
      <h1 id={id} className={styles.title}>
        {text.title}
      </h1>
      {failure && <SignInFailure error={failure} />}
      <SignInWays person={null} onSignedIn={onSignedIn} />
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Person, Session } from '#contract/panel/session.ts'
import { signInWaysQuery } from '../../api/sign-in-ways-query.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Notice } from '../../ui/notice.tsx'
import { elsewhereHref } from './return-to.ts'
import styles from './sign-in-form.module.css'
import { SignInForm } from './sign-in-form.tsx'

interface SignInWaysProps {
  /** Whose session it was or is; null where nobody is known. */
  person: Person | null
  /** Only this person, and proved anew. */
  again?: boolean
  onSignedIn: (session: Session) => void
}

/** The ways to sign in that are set up here; for a person who has to prove that they are still there, their own. */
export function SignInWays({ person, again = false, onSignedIn }: SignInWaysProps) {
  const { signIn: text } = useText()
  const { data: ways, error, refetch } = useQuery(signInWaysQuery())
  if (error && !ways) return <LoadError title={text.waysFailed} error={error} onRetry={() => void refetch()} />
  if (!ways) return <LoadingRows count={2} />
  const isLocal = ways.local && !(again && person?.kind === 'oidc')
  const provider = again && person?.kind === 'local' ? null : ways.oidc
  return (
    <div className={styles.ways}>
      {isLocal && (
        <SignInForm name={person?.kind === 'local' ? person.id : ''} isNameFixed={again} onSignedIn={onSignedIn} />
      )}
      {isLocal && provider !== null && <div className={styles.or}>{text.or}</div>}
      {provider !== null && (
        <div>
          <Button
            kind={isLocal ? 'plain' : 'primary'}
            icon="external"
            wide
            onClick={() => location.assign(elsewhereHref(location, again))}
          >
            {text.elsewhere(provider)}
          </Button>
          <p className={styles.help}>{text.elsewhereHelp(provider)}</p>
        </div>
      )}
      {!isLocal && provider === null && <Notice tone="wait">{text.noWay}</Notice>}
    </div>
  )
}

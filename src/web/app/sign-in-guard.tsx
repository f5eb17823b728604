import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Session } from '#contract/panel/session.ts'
import { sessionQuery } from '../api/queries.ts'
import { SignInAgainContext } from '../ui/sign-in-again-context.ts'
import { LateSignInDialog } from './late-parts.tsx'
import { useSession } from './session-context.ts'
import { SessionEndContext } from './session-end-context.ts'
import { useSessionWatch } from './use-session-watch.ts'

/**
 * Lets a person sign in over the page: when the session has ended, and when something asks for a sign-in of the last
 * minutes. The page below stays as it is; for another person it is loaded anew (gateway-gate.tsx).
 */
export function SignInGuard({ children }: { children: ReactNode }) {
  const { person, signIn } = useSession().session
  const client = useQueryClient()
  const { hasEnded, leave } = useSessionWatch()
  const [asked, setAsked] = useState<((isDone: boolean) => void) | null>(null)

  const isBuiltIn = signIn === null
  const signInAgain = useCallback(
    () => (isBuiltIn ? Promise.resolve(true) : new Promise<boolean>((resolve) => setAsked(() => resolve))),
    [isBuiltIn],
  )
  const answer = (isDone: boolean) => {
    asked?.(isDone)
    setAsked(null)
  }
  const onSignedIn = (session: Session) => {
    client.setQueryData(sessionQuery().queryKey, session)
    void client.invalidateQueries()
    answer(session.person.id === person.id)
  }
  const end = useMemo(() => ({ hasEnded, leave }), [hasEnded, leave])
  return (
    <SignInAgainContext value={signInAgain}>
      <SessionEndContext value={end}>
        {children}
        {hasEnded && <LateSignInDialog person={person} onSignedIn={onSignedIn} />}
        {!hasEnded && asked && (
          <LateSignInDialog person={person} onSignedIn={onSignedIn} onClose={() => answer(false)} />
        )}
      </SessionEndContext>
    </SignInAgainContext>
  )
}

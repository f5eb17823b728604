import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { useText } from '../text/text-context.ts'
import { createClock } from '../ui/clock.ts'
import { SlowNote } from '../ui/slow-note.tsx'
import { ClockContext } from '../ui/use-now.ts'
import { Brand } from './brand.tsx'
import { GatewayGate } from './gateway-gate.tsx'
import { isNotSignedIn } from './is-not-signed-in.ts'
import { keptStartKey } from './kept-start.ts'
import { LateLanguageChoice, LateSignInPage } from './late-parts.tsx'
import styles from './session-gate.module.css'
import { StartFailed } from './start-failed.tsx'
import { useKeptSession } from './use-kept-session.ts'
import { useSignInFailure } from './use-sign-in-failure.ts'

/**
 * Asks who is looking before anything else is shown, for as long as it takes; nobody is asked to sign in. Without a
 * network the last person may read what was kept of their own.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const { shell } = useText()
  const client = useQueryClient()
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    ...sessionQuery(),
    retry: false,
    refetchInterval: ({ state: { data, error } }) => {
      const isKept = data === client.getQueryData(keptStartKey)?.session
      return (data && !isKept) || isNotSignedIn(error) ? false : 4000
    },
  })
  const { keptAt, isHidden, isEmpty } = useKeptSession(data, error)
  const [signInFailure, forgetFailure] = useSignInFailure()
  const clockOffset = data ? data.time - dataUpdatedAt : 0
  const clock = useMemo(() => createClock(clockOffset), [clockOffset])
  // The whole panel is drawn in pieces.
  const isDrawn = useDeferredValue(data !== undefined)
  if (data && isDrawn && !isHidden) {
    return (
      <ClockContext value={clock}>
        <GatewayGate session={data} keptAt={keptAt} clockOffset={clockOffset} signInFailure={signInFailure}>
          {children}
        </GatewayGate>
      </ClockContext>
    )
  }
  if (isNotSignedIn(error) && !isHidden) {
    return (
      <ClockContext value={clock}>
        <main className={styles.signIn}>
          <Brand />
          <LateSignInPage
            failure={signInFailure}
            onSignedIn={(session) => {
              forgetFailure()
              client.setQueryData(sessionQuery().queryKey, session)
            }}
          />
          <LateLanguageChoice />
        </main>
      </ClockContext>
    )
  }
  if (error && !isHidden) return <StartFailed error={error} isEmpty={isEmpty} onRetry={() => void refetch()} />
  return (
    <div className={styles.starting} role="status">
      <Brand />
      <span className="visually-hidden">{shell.loading}</span>
      <SlowNote />
    </div>
  )
}

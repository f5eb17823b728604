import { useMutation } from '@tanstack/react-query'
import { use, useState } from 'react'
import { Failure } from '#contract/enos/failure.ts'
import type { Session } from '#contract/panel/session.ts'
import { callPanel } from '../../api/call.ts'
import { ClockContext, useNow } from '../../ui/use-now.ts'
import { waitingTimeOf } from './waiting-time.ts'

interface Credentials {
  name: string
  password: string
}

/** Signing in with name and password; counts the seconds for which it has to wait. */
export function useSignIn(onSignedIn: (session: Session) => void) {
  const clock = use(ClockContext)
  const now = useNow()
  const [until, setUntil] = useState(0)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (credentials: Credentials) => callPanel('signIn', {}, { body: credentials }),
    onSuccess: onSignedIn,
    onError: (cause) => {
      const seconds = cause instanceof Failure ? waitingTimeOf(cause) : 0
      setUntil(seconds > 0 ? clock.now() + seconds * 1000 : 0)
    },
    // A password is not kept any longer than it takes.
    gcTime: 0,
  })
  return {
    signIn: mutate,
    isPending,
    /** What went wrong with the last attempt. */
    error,
    /** Seconds that another attempt has to wait. */
    wait: Math.max(0, Math.ceil((until - now) / 1000)),
    /** Whether one had to wait and need not any more. */
    isWaitOver: until > 0 && until <= now,
  }
}

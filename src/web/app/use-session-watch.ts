import { focusManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { onFailure } from '../api/heard-failures.ts'
import { sessionQuery } from '../api/queries.ts'
import { isNotSignedIn } from './is-not-signed-in.ts'
import { useSession } from './session-context.ts'

/**
 * Notices that the session has ended: by any call that is told so, and by asking when the window is turned to, since
 * another tab shares the session. The session call decides: a call of before a new sign-in may be answered late.
 */
export function useSessionWatch() {
  const { session } = useSession()
  const client = useQueryClient()
  const [endedSession, setEndedSession] = useState<typeof session | null>(null)
  const isAsking = useRef(false)
  const isLeaving = useRef(false)
  // Every answer of the session call is another object: whoever signs in, here or in another tab, ends this.
  const hasEnded = endedSession === session

  useEffect(() => {
    const ask = async () => {
      if (isAsking.current || isLeaving.current) return
      isAsking.current = true
      try {
        await client.fetchQuery({ ...sessionQuery(), staleTime: 0, retry: false })
      } catch (error) {
        if (isNotSignedIn(error) && !isLeaving.current) setEndedSession(session)
      } finally {
        isAsking.current = false
      }
    }
    const askNow = () => void ask()
    const stop = onFailure((failure) => {
      if (failure === 'notSignedIn' && !hasEnded) askNow()
    })
    // The way back to a page that was left by signing out must not lead to what stood there.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted && isLeaving.current) location.reload()
      else if (persisted) askNow()
    }
    addEventListener('focus', askNow)
    addEventListener('pageshow', comeBack)
    return () => {
      stop()
      removeEventListener('focus', askNow)
      removeEventListener('pageshow', comeBack)
    }
  }, [client, session, hasEnded])

  // Nothing is polled for nobody; when somebody is there again, all that is shown is read anew.
  useEffect(() => {
    if (!hasEnded) return
    focusManager.setFocused(false)
    return () => focusManager.setFocused(undefined)
  }, [hasEnded])

  /** The page is about to be left: that its session ends is no news. */
  const leave = useCallback((is: boolean) => {
    isLeaving.current = is
  }, [])
  return { hasEnded, leave }
}

import { createContext, use } from 'react'

interface SessionEnd {
  /** Whether nobody is signed in any more, though the page is still there. */
  hasEnded: boolean
  /** Says that the person is about to end the session, or that it did not come to that. */
  leave(isLeaving: boolean): void
}

/** Provided by the sign-in guard. */
export const SessionEndContext = createContext<SessionEnd>({ hasEnded: false, leave: () => {} })

/** How it stands with the session's end. */
export const useSessionEnd = (): SessionEnd => use(SessionEndContext)

import { createContext, use } from 'react'

interface SignOut {
  /** Says that the person is about to end the session, or that it did not come to that. */
  leave(isLeaving: boolean): void
}

/** Provided by the sign-in guard. */
export const SignOutContext = createContext<SignOut>({ leave: () => {} })

export const useLeave = (): SignOut['leave'] => use(SignOutContext).leave

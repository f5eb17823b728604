import { createContext, use } from 'react'

/**
 * Asks the person to prove anew who they are, in a dialog.
 * @returns true once they have; false where they closed the dialog. Where they sign in with an identity provider the
 * page is left and loaded anew at the same address: it never resolves, and what must survive has to be stored.
 */
export type SignInAgain = () => Promise<boolean>

/** Provided by app. */
export const SignInAgainContext = createContext<SignInAgain>(async () => false)

/** For what asks for a sign-in of the last minutes; the built-in user has none and is always let through. */
export const useSignInAgain = (): SignInAgain => use(SignInAgainContext)

import { SignInDialog } from '../features/sign-in/sign-in-dialog.tsx'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'

/** Signing in, in one chunk: who is signed in never fetches it. */
export const signInParts = { SignInDialog, SignInPage }

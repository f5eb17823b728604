import { useState } from 'react'
import { useNow } from '../ui/use-now.ts'
import { LateSessionEndsSoon, LateSignInFailed } from './late-parts.tsx'
import { useSession } from './session-context.ts'

/** ms before the session's end in which it is told. */
const inGoodTime = 15 * 60_000

/** Finds out whether there is something to say about the sign-in below the header. */
export function SignInNotices() {
  const { session, signInFailure } = useSession()
  const now = useNow(10_000)
  const [isRead, setRead] = useState(false)
  const endTime = session.signIn?.endTime
  const endsSoon = endTime !== undefined && endTime - now < inGoodTime && endTime > now
  return (
    <>
      {signInFailure && !isRead && <LateSignInFailed failure={signInFailure} onRead={() => setRead(true)} />}
      {endsSoon && <LateSessionEndsSoon endTime={endTime} />}
    </>
  )
}

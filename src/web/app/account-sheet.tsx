import { AccountFacts } from './account-facts.tsx'
import { useSession } from './session-context.ts'
import { SignOut } from './sign-out.tsx'

/** What the session says, and the way out of it where there is one. */
export function AccountSheet() {
  const { signIn } = useSession().session
  return (
    <>
      <AccountFacts />
      {signIn && <SignOut />}
    </>
  )
}

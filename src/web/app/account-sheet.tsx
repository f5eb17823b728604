import { AccountFacts } from './account-facts.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { useSession } from './session-context.ts'
import { SignOut } from './sign-out.tsx'

/** What the session says, the language, and the way out where there is one. */
export function AccountSheet() {
  const { signIn } = useSession().session
  return (
    <>
      <AccountFacts />
      <LanguageChoice />
      {signIn && <SignOut />}
    </>
  )
}

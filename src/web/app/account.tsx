import { useId, useState } from 'react'
import { useText } from '../text/text-context.ts'
import styles from './account.module.css'
import { AccountFacts } from './account-facts.tsx'
import { initialsOf } from './initials-of.ts'
import { useSession } from './session-context.ts'
import { SignOut } from './sign-out.tsx'

/** Who is signed in; pressed, it tells what they may do, until when, and lets them out. */
export function Account() {
  const { shell } = useText()
  const { person, signIn } = useSession().session
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id} aria-label={shell.signedInAs(person.name)}>
        <span className={styles.avatar} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      </button>
      <div id={id} popover="auto" className={styles.sheet} onToggle={({ newState }) => setOpen(newState === 'open')}>
        {isOpen && <AccountFacts />}
        {signIn && <SignOut />}
      </div>
    </>
  )
}

import { useId, useState } from 'react'
import { useText } from '../text/text-context.ts'
import styles from './account.module.css'
import { initialsOf } from './initials-of.ts'
import { LateAccountSheet } from './late-parts.tsx'
import { useSession } from './session-context.ts'

/** Who is signed in; pressed, it tells what they may do, until when, and lets them out. */
export function Account() {
  const { shell } = useText()
  const { person } = useSession().session
  const [wasOpened, setOpened] = useState(false)
  const id = useId()
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id} aria-label={shell.signedInAs(person.name)}>
        <span className={styles.avatar} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      </button>
      <div id={id} popover="auto" className={styles.sheet} onToggle={() => setOpened(true)}>
        {wasOpened && <LateAccountSheet />}
      </div>
    </>
  )
}

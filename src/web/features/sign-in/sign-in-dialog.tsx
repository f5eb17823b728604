import type { Person, Session } from '#contract/panel/session.ts'
import { useText } from '../../text/text-context.ts'
import { Modal } from '../../ui/modal.tsx'
import styles from './sign-in-form.module.css'
import { SignInWays } from './sign-in-ways.tsx'

interface SignInDialogProps {
  person: Person
  onSignedIn: (session: Session) => void
  /** Given where signing in may be left; without it the session has ended, and there is nothing to go back to. */
  onClose?: () => void
}

/** Signing in over the page, which stays as it is. */
export function SignInDialog({ person, onSignedIn, onClose }: SignInDialogProps) {
  const { signIn: text } = useText()
  return (
    <Modal title={onClose ? text.againTitle : text.endedTitle} onClose={onClose} strict>
      <div className={styles.ways}>
        <p>
          {onClose ? text.again : text.ended(person.name)}
          {!onClose && <span className="muted"> {text.endedOther}</span>}
        </p>
        <SignInWays person={person} again={onClose !== undefined} onSignedIn={onSignedIn} />
      </div>
    </Modal>
  )
}

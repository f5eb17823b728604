import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Session } from '#contract/panel/session.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { PasswordBox } from './password-box.tsx'
import { SignInFailure } from './sign-in-failure.tsx'
import styles from './sign-in-form.module.css'
import { useSignIn } from './use-sign-in.ts'

interface SignInFormProps {
  /** Filled in. */
  name: string
  /** The name stays: somebody has to prove that they are still the same. */
  isNameFixed?: boolean
  onSignedIn: (session: Session) => void
}

/** Name and password. */
export function SignInForm({ name: known, isNameFixed = false, onSignedIn }: SignInFormProps) {
  const { signIn: text } = useText()
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const nameBox = useRef<HTMLInputElement>(null)
  const passwordBox = useRef<HTMLInputElement>(null)
  const { signIn, isPending, error, wait, isWaitOver } = useSignIn(onSignedIn)

  const isKnown = known !== ''
  useEffect(() => {
    // After a dialog around it, which looks for the focus when it opens.
    const first = isKnown ? passwordBox : nameBox
    first.current?.focus()
  }, [isKnown])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return nameBox.current?.focus()
    passwordBox.current?.focus()
    if (password === '' || isPending || wait > 0) return
    setTried(false)
    signIn({ name, password }, { onError: () => setPassword('') })
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {error && <SignInFailure error={error} />}
      {wait > 0 && <p className="num">{text.waiting(Math.floor(wait / 60), wait % 60)}</p>}
      {isWaitOver && <p role="status">{text.waitingOver}</p>}
      <FieldBox
        ref={nameBox}
        label={text.name}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={100}
        readOnly={isNameFixed}
        value={name}
        error={isTried && name.trim() === '' && text.nameMissing}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordBox
        ref={passwordBox}
        password={password}
        onPassword={setPassword}
        error={isTried && name.trim() !== '' && password === '' && text.passwordMissing}
      />
      <Button type="submit" kind="primary" wide disabled={wait > 0} aria-busy={isPending}>
        {isPending ? text.submitting : text.submit}
      </Button>
    </form>
  )
}

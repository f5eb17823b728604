import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FieldBox } from '../../ui/field-box.tsx'

interface PasswordBoxProps {
  password: string
  onPassword: (password: string) => void
  error: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** A password: hidden until one asks to see it, and with a word where Caps Lock is on. */
export function PasswordBox({ password, onPassword, error, ref }: PasswordBoxProps) {
  const { signIn } = useText()
  const [isShown, setShown] = useState(false)
  const [isCaps, setCaps] = useState(false)
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <FieldBox
      ref={ref}
      label={signIn.password}
      name="password"
      type={isShown ? 'text' : 'password'}
      autoComplete="current-password"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      maxLength={1000}
      value={password}
      error={error}
      hint={isCaps && signIn.capsLock}
      onChange={(event) => onPassword(event.target.value)}
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => setCaps(false)}
      after={
        <Button
          kind="quiet"
          icon={isShown ? 'hide' : 'show'}
          label={isShown ? signIn.hidePassword : signIn.showPassword}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  )
}

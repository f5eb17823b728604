import { type FormEvent, useState } from 'react'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import styles from './scan.module.css'

/** The other way for every code: what is printed below it. */
export function TypedCode({ onCode }: { onCode: (text: string) => void }) {
  const { scan } = useText()
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) onCode(typed)
  }
  return (
    <form className={styles.typed} onSubmit={submit} noValidate>
      <FieldBox
        label={scan.type}
        hint={scan.typeHint}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        mono
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
      />
      <Button type="submit" disabled={typed.trim() === ''}>
        {scan.open}
      </Button>
    </form>
  )
}

import { useId, useState } from 'react'
import { useText } from '../text/text-context.ts'
import styles from './acknowledge-form.module.css'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { TextBox } from './text-box.tsx'

/** Characters that the record takes. */
const longest = 1000

interface AcknowledgeFormProps {
  /** Puts the words on record; rejects where that failed. */
  onAcknowledge: (reason: string) => Promise<unknown>
}

/** A person's word, with a reason, that they have looked after an unknown outcome. */
export function AcknowledgeForm({ onAcknowledge }: AcknowledgeFormProps) {
  const { acknowledge: words } = useText().evidence
  const id = useId()
  const [reason, setReason] = useState('')
  const [phase, setPhase] = useState<'idle' | 'missing' | 'busy' | 'failed'>('idle')
  const acknowledge = async () => {
    if (reason.trim() === '') {
      setPhase('missing')
      document.getElementById(id)?.focus()
      return
    }
    setPhase('busy')
    try {
      await onAcknowledge(reason.trim())
    } catch {
      // Whatever went wrong, the word is not on record and the point stays held: the person may try again.
      setPhase('failed')
    }
  }
  const change = (text: string) => {
    setReason(text)
    setPhase('idle')
  }
  return (
    <div className={styles.form}>
      <TextBox
        id={id}
        label={words.reason}
        value={reason}
        maxLength={longest}
        onChange={(event) => change(event.target.value)}
        hint={words.hint}
        error={phase === 'missing' && words.missing}
      />
      <div className={styles.suggestions}>
        {words.suggestions.map((suggestion) => (
          <Button key={suggestion} onClick={() => change(suggestion)}>
            {suggestion}
          </Button>
        ))}
      </div>
      {phase === 'failed' && (
        <Notice tone="bad" role="alert">
          {words.failed}
        </Notice>
      )}
      <Button wide kind="primary" icon="check" disabled={phase === 'busy'} onClick={() => void acknowledge()}>
        {phase === 'busy' ? words.busy : words.button}
      </Button>
    </div>
  )
}

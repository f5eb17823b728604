import { useId, useState } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import styles from './array-field.module.css'
import { pastedElements } from './paste-list.ts'

interface PasteListProps {
  id: string
  /** There is nothing to keep: only taking over is offered. */
  isEmpty: boolean
  onTake: (elements: string[], replaces: boolean) => void
}

/** A box for many elements at once, for whoever has no spreadsheet keys at hand. */
export function PasteList({ id, isEmpty, onTake }: PasteListProps) {
  const { rareFields } = useText()
  const boxId = useId()
  const [text, setText] = useState('')
  const elements = text.trim() === '' ? [] : pastedElements(text, false)
  return (
    <div id={id} className={styles.paste}>
      <label htmlFor={boxId}>{rareFields.pasteBox}</label>
      <textarea
        id={boxId}
        rows={4}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-describedby={`${boxId}-hint`}
      />
      <p id={`${boxId}-hint`} className={styles.hint}>
        {rareFields.pasteHint}
      </p>
      <div className={styles.actions}>
        <Button disabled={elements.length === 0} onClick={() => onTake(elements, false)}>
          {rareFields.pasteAppend(elements.length)}
        </Button>
        {!isEmpty && (
          <Button disabled={elements.length === 0} onClick={() => onTake(elements, true)}>
            {rareFields.pasteReplace(elements.length)}
          </Button>
        )}
      </div>
    </div>
  )
}

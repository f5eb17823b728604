import box from './box.module.css'
import { notesId } from './field-frame.tsx'
import styles from './moment-box.module.css'

interface MomentBoxProps {
  id: string
  size: 'main' | 'part'
  text: string
  onText: (text: string) => void
  isWrong: boolean
  isNumber?: boolean
  placeholder: string
  /** `label` says what is picked; a part adds what for. */
  picker: { label: string; type: 'date' | 'datetime-local'; value: string; onPick: (value: string) => void }
}

/** The exact text of a moment, and the browser's own picker that fills it in. */
export function MomentBox({ id, size, text, onText, isWrong, isNumber, placeholder, picker }: MomentBoxProps) {
  return (
    <div className={styles.pair}>
      <div className={[box.box, size === 'main' && box.main, isWrong && box.wrong].filter(Boolean).join(' ')}>
        <input
          id={id}
          className={box.input}
          inputMode={isNumber ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => onText(event.target.value)}
          aria-invalid={isWrong}
          aria-describedby={notesId(id)}
        />
      </div>
      <div className={box.box}>
        <input
          type={picker.type}
          step={picker.type === 'date' ? undefined : 1}
          className={box.input}
          aria-label={picker.label}
          value={picker.value}
          // Clearing a part of the picker empties it while the person goes on: the exact text stays.
          onChange={(event) => event.target.value && picker.onPick(event.target.value)}
        />
      </div>
    </div>
  )
}

import { type ReactNode, type TextareaHTMLAttributes, useId } from 'react'
import styles from './field-box.module.css'
import { Icon } from './icon.tsx'

interface TextBoxProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string
  hint?: ReactNode
  /** Shown below and told to assistive technology; the box turns to an error. */
  error?: ReactNode
}

/** A labelled box for a few sentences, with its hint and its error. */
export function TextBox({ label, hint, error, id, ...area }: TextBoxProps) {
  const ownId = useId()
  const areaId = id ?? ownId
  const noteId = `${areaId}-note`
  return (
    <div>
      <label htmlFor={areaId} className={styles.label}>
        {label}
      </label>
      <div className={`${styles.box} ${error ? styles.wrong : ''}`}>
        <textarea
          rows={2}
          {...area}
          id={areaId}
          className={`${styles.input} ${styles.area}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={hint || error ? noteId : undefined}
        />
      </div>
      {(hint || error) && (
        <div id={noteId} className={error ? styles.error : styles.hint}>
          {error && <Icon name="alert" />}
          {error || hint}
        </div>
      )}
    </div>
  )
}

import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import styles from './field-box.module.css'
import { Icon, type IconName } from './icon.tsx'

interface FieldBoxProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  /** The label is there for assistive technology only. */
  labelHidden?: boolean
  icon?: IconName
  /** Inside the box, after the input. */
  after?: ReactNode
  hint?: ReactNode
  /** Shown below and told to assistive technology; the box turns to an error. */
  error?: ReactNode
  mono?: boolean
  ref?: Ref<HTMLInputElement> | undefined
}

/** A labelled box with one input, its hint and its error. */
export function FieldBox({
  label,
  labelHidden,
  icon,
  after,
  hint,
  error,
  mono,
  className,
  id,
  ...input
}: FieldBoxProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  const noteId = `${inputId}-note`
  return (
    <div className={className}>
      <label htmlFor={inputId} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <div className={`${styles.box} ${error ? styles.wrong : ''}`}>
        {icon && <Icon name={icon} className={styles.icon} />}
        <input
          {...input}
          id={inputId}
          className={`${styles.input} ${mono ? 'mono' : ''}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={hint || error ? noteId : undefined}
        />
        {after}
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

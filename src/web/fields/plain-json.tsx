import styles from './json-field.module.css'

export interface JsonBoxProps {
  label: string
  description: string
  text: string
  onChange: (text: string) => void
}

/** JSON in an ordinary text box, where the code editor cannot be fetched. */
export function PlainJson({ label, description, text, onChange }: JsonBoxProps) {
  return (
    <textarea
      className={`${styles.plain} mono`}
      aria-label={label}
      aria-description={description}
      spellCheck={false}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

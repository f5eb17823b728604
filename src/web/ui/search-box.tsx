import { type Ref, useId } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from './button.tsx'
import { FieldBox } from './field-box.tsx'

interface SearchBoxProps {
  /** Its name, and its placeholder where none is given. */
  label: string
  /** Shorter than its name, where there is little room. */
  placeholder?: string
  text: string
  onText: (text: string) => void
  /** The down arrow goes on to what was found. */
  onDown?: () => void
  ref?: Ref<HTMLInputElement> | undefined
}

/** A box that filters a list as one types; Escape empties it. */
export function SearchBox({ label, placeholder = label, text, onText, onDown, ref }: SearchBoxProps) {
  const { shell } = useText()
  const id = useId()
  const clear = () => {
    onText('')
    document.getElementById(id)?.focus()
  }
  return (
    <FieldBox
      ref={ref}
      id={id}
      type="search"
      label={label}
      labelHidden
      placeholder={placeholder}
      icon="search"
      value={text}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && onDown) {
          event.preventDefault()
          onDown()
        }
        if (event.key === 'Escape' && text !== '') {
          // Inside a sheet the first Escape empties the box, the second closes the sheet.
          event.preventDefault()
          event.stopPropagation()
          clear()
        }
      }}
      after={text !== '' && <Button kind="quiet" icon="close" label={shell.clear} onClick={clear} />}
    />
  )
}

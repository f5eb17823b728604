import { useId, useState } from 'react'
import { FieldBox } from '../../ui/field-box.tsx'

interface PickBoxProps {
  label: string
  placeholder: string
  value: string
  /** What is offered: the value, and what it is called where that is something else. */
  choices: ReadonlyMap<string, string>
  onChange: (value: string) => void
  className?: string | undefined
}

/** A box for one whole value: it counts once it is one of those offered, or with Enter or when left. */
export function PickBox({ value, choices, onChange, ...box }: PickBoxProps) {
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (words: string) => {
    setTyped(null)
    if (words.trim() !== value) onChange(words.trim())
  }
  return (
    <>
      <FieldBox
        {...box}
        list={listId}
        value={typed ?? value}
        onChange={({ target }) => (target.value === '' || choices.has(target.value) ? commit : setTyped)(target.value)}
        onBlur={() => typed !== null && commit(typed)}
        onKeyDown={({ key }) => key === 'Enter' && typed !== null && commit(typed)}
      />
      <datalist id={listId}>
        {[...choices].map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name === choice ? undefined : name}
          </option>
        ))}
      </datalist>
    </>
  )
}

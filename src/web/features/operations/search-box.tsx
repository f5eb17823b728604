import { useEffect, useState } from 'react'
import { FieldBox } from '../../ui/field-box.tsx'

interface SearchBoxProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  className?: string | undefined
}

/** ms without a key press after which what was typed counts. */
const pause = 250

/** A search that follows typing, and follows its value when that is changed from elsewhere. */
export function SearchBox({ value, onChange, ...box }: SearchBoxProps) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === known) return
    const timer = setTimeout(() => {
      setKnown(typed)
      onChange(typed)
    }, pause)
    return () => clearTimeout(timer)
  })
  return (
    <FieldBox {...box} type="search" icon="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
  )
}

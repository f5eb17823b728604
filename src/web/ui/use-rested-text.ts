import { useEffect, useState } from 'react'

/** ms */
const pause = 250

/** What was typed, trimmed, once typing has paused: before that nobody is asked for it. */
export function useRestedText(typed: string): string {
  const wanted = typed.trim()
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(wanted), pause)
    return () => clearTimeout(timer)
  }, [wanted])
  return rested
}

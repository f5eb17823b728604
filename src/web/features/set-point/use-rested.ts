import { useEffect, useState } from 'react'

/** Whether a value has not changed for a while: mistakes are not pointed out while somebody is still typing. */
export function useRested(value: unknown, milliseconds: number): boolean {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested === value
}

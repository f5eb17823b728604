import { useEffect, useState } from 'react'

/** ms after which what the first screen needs has come on any network that can be worked with. */
const settledAfter = 5000

/**
 * Whether the page has been there for a while: what it can do without at first may now take the line.
 * @param isUrgent it is needed at once.
 */
export function useSettled(isUrgent: boolean): boolean {
  const [isSettled, settle] = useState(isUrgent)
  if (isUrgent && !isSettled) settle(true)
  useEffect(() => {
    const timer = setTimeout(() => settle(true), settledAfter)
    return () => clearTimeout(timer)
  }, [])
  return isSettled
}

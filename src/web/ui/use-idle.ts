import { startTransition, useEffect, useState } from 'react'

/** ms after which it is drawn in any case. */
const longest = 3000
/** ms, where the browser does not tell when it has nothing to do. */
const usual = 800

/** Whether the browser has had a moment since the component came: what can wait is drawn then. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    // In pieces: a press in between is answered first.
    const done = () => startTransition(() => setIdle(true))
    if ('requestIdleCallback' in window) {
      const waiting = requestIdleCallback(done, { timeout: longest })
      return () => cancelIdleCallback(waiting)
    }
    const waiting = setTimeout(done, usual)
    return () => clearTimeout(waiting)
  }, [])
  return isIdle
}

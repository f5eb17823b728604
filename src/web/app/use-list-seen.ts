import { useEffect, useState, useSyncExternalStore } from 'react'

/** There is no room for it beside the points; see control-page.module.css. */
const narrow = () => matchMedia('(max-width: 77.4375em)')
/** ms after which it stands behind nothing any more. */
const longest = 3000

function subscribe(onChange: () => void): () => void {
  const list = narrow()
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}

/**
 * Whether the list of devices was ever in sight: on a phone that was led to a device by a link it is not drawn in vain.
 * And whether it is due to be read: what a link leads to comes first.
 */
export function useListSeen(hasDevice: boolean, isBehind: boolean): { isSeen: boolean; isDue: boolean } {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow().matches)
  const [wasSeen, setSeen] = useState(false)
  const [wasDue, setDue] = useState(false)
  const isSeen = !isNarrow || !hasDevice
  if (isSeen && !wasSeen) setSeen(true)
  if (!isBehind && !wasDue) setDue(true)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), longest)
    return () => clearTimeout(timer)
  }, [])
  return { isSeen: wasSeen || isSeen, isDue: wasDue || !isBehind }
}

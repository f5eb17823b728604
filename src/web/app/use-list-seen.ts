import { useState, useSyncExternalStore } from 'react'

/** There is no room for it beside the points; see control-page.module.css. */
const narrow = () => matchMedia('(max-width: 77.4375em)')

function subscribe(onChange: () => void): () => void {
  const list = narrow()
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}

/** Whether the list of devices was ever in sight: on a phone that was led to a device by a link it is not drawn in vain. */
export function useListSeen(hasDevice: boolean): boolean {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow().matches)
  const [wasSeen, setSeen] = useState(false)
  const isSeen = !isNarrow || !hasDevice
  if (isSeen && !wasSeen) setSeen(true)
  return wasSeen || isSeen
}

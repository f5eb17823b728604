import { useSyncExternalStore } from 'react'

/** How many editors have room beside the chosen one; see control-page.module.css. */
const rooms = [
  { query: '(min-width: 112.5em)', beside: 2 },
  { query: '(min-width: 79em)', beside: 1 },
]

function subscribe(onChange: () => void): () => void {
  const lists = rooms.map(({ query }) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', onChange)
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange)
  }
}

const read = () => rooms.find(({ query }) => matchMedia(query).matches)?.beside ?? 0

export const usePaneRoom = (): number => useSyncExternalStore(subscribe, read)

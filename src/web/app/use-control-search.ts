import { useCallback, useMemo } from 'react'
import { useSearch } from 'wouter/use-browser-location'
import { type ControlSearch, controlAddress, readControlSearch } from './control-search.ts'
import { navigate } from './navigate.ts'

/** What the address says is chosen, and a way to change it in place: no step of its own in the history. */
export function useControlSearch(): [ControlSearch, (change: Partial<ControlSearch>) => void] {
  const address = useSearch()
  const search = useMemo(() => readControlSearch(address), [address])
  const change = useCallback((changes: Partial<ControlSearch>) => {
    // Of two changes at once, the second must not undo the first: the address is read again.
    navigate(controlAddress({ ...readControlSearch(location.search), ...changes }), { replace: true })
  }, [])
  return [search, change]
}

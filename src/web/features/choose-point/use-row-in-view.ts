import { type RefObject, useEffect, useRef } from 'react'

/**
 * A list that shows its chosen row: a link may choose one far down. Only the list itself moves, never the page.
 * @param chosen its id; empty for none. @param isReady the rows are there.
 */
export function useRowInView(chosen: string, isReady: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = list.current
    const row = isReady && chosen !== '' ? box?.querySelector<HTMLElement>('[aria-current]') : null
    if (!box || !row) return
    const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()]
    if (inner.top >= outer.top && inner.bottom <= outer.bottom) return
    box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
  }, [chosen, isReady])
  return list
}

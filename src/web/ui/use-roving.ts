import { type KeyboardEvent, useRef, useState } from 'react'

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * One tab stop for a list; arrow keys, Home and End move inside it.
 * @param ids the rows in their order.
 * @param current the row that is chosen: the stop until another has had the focus.
 * @param reveal has a row drawn that is not, where a list draws only some; it gets the focus as soon as it is there.
 */
export function useRoving(ids: string[], current: string | null, reveal?: (id: string) => void) {
  const [focused, setFocused] = useState<string | null>(null)
  const rows = useRef(new Map<string, HTMLElement>())
  const awaited = useRef<string | null>(null)
  const stop = [focused, current].find((id) => id !== null && ids.includes(id)) ?? ids[0]

  const focusRow = (index: number) => {
    const id = ids[index]
    if (id === undefined) return
    const row = rows.current.get(id)
    awaited.current = row ? null : id
    if (row) row.focus()
    else reveal?.(id)
  }
  return {
    /** The row that the Tab key leads to; undefined where there is none. */
    stop,
    focusFirst: () => focusRow(0),
    rowProps: (id: string) => ({
      tabIndex: id === stop ? 0 : -1,
      onFocus: () => {
        awaited.current = null
        setFocused(id)
      },
      onKeyDown: (event: KeyboardEvent) => {
        const step = steps[event.key]
        if (!step || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        // A press that comes before the row of the last one is drawn goes on from that row.
        const from = awaited.current !== null && ids.includes(awaited.current) ? awaited.current : id
        focusRow(step(ids.indexOf(from), ids.length - 1))
      },
      ref: (row: HTMLElement | null) => {
        if (!row) {
          rows.current.delete(id)
          return
        }
        rows.current.set(id, row)
        if (awaited.current !== id) return
        awaited.current = null
        row.focus()
      },
    }),
  }
}

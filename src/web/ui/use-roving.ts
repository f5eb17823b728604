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
 */
export function useRoving(ids: string[], current: string | null) {
  const [focused, setFocused] = useState<string | null>(null)
  const rows = useRef(new Map<string, HTMLElement>())
  const stop = [focused, current].find((id) => id !== null && ids.includes(id)) ?? ids[0]

  const focusRow = (index: number) => {
    const id = ids[index]
    if (id !== undefined) rows.current.get(id)?.focus()
  }
  return {
    focusFirst: () => focusRow(0),
    rowProps: (id: string) => ({
      tabIndex: id === stop ? 0 : -1,
      onFocus: () => setFocused(id),
      onKeyDown: (event: KeyboardEvent) => {
        const step = steps[event.key]
        if (!step || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        focusRow(step(ids.indexOf(id), ids.length - 1))
      },
      ref: (row: HTMLElement | null) => {
        if (row) rows.current.set(id, row)
        else rows.current.delete(id)
      },
    }),
  }
}

import { useEffect, useImperativeHandle, useRef } from 'react'
import type { RowsProps } from './rows-props.ts'

/** The nearest box around an element that scrolls what is in it. */
export const scrollBoxOf = (element: HTMLElement): HTMLElement | null => element.parentElement

/** A short list: every row is drawn. */
export function AllRows({ ids, row, current, className, ref }: RowsProps) {
  const list = useRef<HTMLUListElement>(null)
  useImperativeHandle(ref, () => ({ reveal: () => undefined }), [])
  const shown = current !== null && ids.includes(current) ? current : null
  useEffect(() => {
    if (shown === null) return
    // With the next painting, which lays everything out anyway.
    const frame = requestAnimationFrame(() => {
      const inner = list.current?.querySelector('[aria-current]')?.getBoundingClientRect()
      const box = list.current && scrollBoxOf(list.current)
      if (!box || !inner) return
      // Only the list itself moves, never the page.
      const outer = box.getBoundingClientRect()
      if (inner.top >= outer.top && inner.bottom <= outer.bottom) return
      box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
    })
    return () => cancelAnimationFrame(frame)
  }, [shown])
  return (
    <ul ref={list} className={className}>
      {ids.map((id, index) => (
        <li key={id}>{row(index)}</li>
      ))}
    </ul>
  )
}

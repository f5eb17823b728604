import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { scrollBoxOf } from './all-rows.tsx'
import type { RowsProps } from './rows-props.ts'
import styles from './virtual-rows.module.css'

/** Rows drawn beyond either edge, so that an arrow key finds the next one there. */
const beyond = 6

/** A long list: only rows that are seen are drawn, at the height that they turn out to have. */
export function VirtualRows({ ids, row, current, stop, usualHeight, className, ref }: RowsProps) {
  const list = useRef<HTMLUListElement>(null)
  // What stands above the list in the same box, e.g. a notice, comes and goes.
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0))
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current && scrollBoxOf(list.current),
    estimateSize: () => usualHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: beyond,
    scrollMargin: above,
    rangeExtractor: (range: Range) => {
      const seen = defaultRangeExtractor(range)
      const kept = stop === undefined ? -1 : ids.indexOf(stop)
      return kept < 0 || seen.includes(kept) ? seen : [...seen, kept].sort((a, b) => a - b)
    },
  })
  useImperativeHandle(ref, () => ({ reveal: (id) => virtual.scrollToIndex(ids.indexOf(id), { align: 'auto' }) }), [
    ids,
    virtual,
  ])
  const at = current === null ? -1 : ids.indexOf(current)
  const isThere = at >= 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another chosen row moves the list, not a row that moved in it
  useEffect(() => {
    const { range } = virtual
    if (!isThere || (range && at > range.startIndex && at < range.endIndex)) return
    virtual.scrollToIndex(at, { align: 'center' })
  }, [current, isThere])
  return (
    <ul
      ref={list}
      className={`${styles.list} ${className ?? ''}`}
      style={{ height: virtual.getTotalSize() }}
      data-rows={ids.length}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={ids.length}
          aria-posinset={index + 1}
          className={styles.row}
          style={{ transform: `translateY(${start - above}px)` }}
        >
          {row(index)}
        </li>
      ))}
    </ul>
  )
}

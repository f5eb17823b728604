import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useState } from 'react'
import type { SeenRowsProps } from './rows-props.ts'
import { scrollBoxOf } from './scroll-box-of.ts'

/** Rows drawn beyond either edge, so that an arrow key finds the next one there. */
const beyond = 6

/** Finds which rows of a long list are seen, at the height that they turn out to have; draws nothing itself. */
export function SeenRows({ list, ids, current, stop, usualHeight, tell, ref }: SeenRowsProps) {
  // What stands above the list in the same box, e.g. a notice, comes and goes.
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0))
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current && scrollBoxOf(list.current),
    estimateSize: () => usualHeight,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    overscan: beyond,
    scrollMargin: above,
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range)
        const kept = stop === undefined ? -1 : ids.indexOf(stop)
        return kept < 0 || seen.includes(kept) ? seen : [...seen, kept].sort((a, b) => a - b)
      },
      [ids, stop],
    ),
  })
  useLayoutEffect(() => {
    const [items, height, measure] = [virtual.getVirtualItems(), virtual.getTotalSize(), virtual.measureElement]
    // None before it is known how high the list is.
    if (items.length === 0) return
    tell((told) =>
      told !== null && told !== 'all' && told.items === items && told.height === height && told.above === above
        ? told
        : { items, height, above, measure },
    )
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
  return null
}

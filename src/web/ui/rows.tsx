import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react'
import styles from './rows.module.css'
import type { RowsProps, Seen, SeenRowsProps } from './rows-props.ts'
import { scrollBoxOf } from './scroll-box-of.ts'

/** Rows that are all drawn: a browser lays out that many at once without a person noticing. */
export const drawnAtOnce = 100

/**
 * Its code comes when a list is first that long; until then its first rows are drawn. Where it cannot be fetched, all rows
 * are: slower, and the list still works.
 */
const SeenRows = lazy<ComponentType<SeenRowsProps>>(() =>
  import('./seen-rows.tsx').then(
    ({ SeenRows }) => ({ default: SeenRows }),
    () => ({ default: EveryRow }),
  ),
)

function EveryRow({ tell }: SeenRowsProps) {
  useEffect(() => tell('all'), [tell])
  return null
}

/**
 * The rows of a list that scrolls: a long one draws only those that are seen, and says of each which it is of how many.
 * A row stays the same element when a list grows long, and when it is known what is seen of it: a press is not lost
 * that began before, nor the focus.
 */
export function Rows({ ids, row, current, stop, usualHeight, className, ref }: RowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const [told, tell] = useState<Seen | 'all' | null>(null)
  const isLong = ids.length > drawnAtOnce
  const isWhole = !isLong || told === 'all'
  const seen = isLong && told !== 'all' ? told : null
  const shown = isWhole && current !== null && ids.includes(current) ? current : null
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
  const drawn = seen?.items ?? (isWhole ? ids : ids.slice(0, drawnAtOnce)).map((_, index) => ({ index, start: null }))
  return (
    <>
      <ul
        ref={list}
        className={[className, seen && styles.list].filter(Boolean).join(' ')}
        {...(seen && { style: { height: seen.height }, 'data-rows': ids.length })}
      >
        {drawn.map(
          ({ index, start }) =>
            ids[index] !== undefined && (
              <li
                key={ids[index]}
                {...(seen &&
                  start !== null && {
                    ref: seen.measure,
                    'data-index': index,
                    'aria-setsize': ids.length,
                    'aria-posinset': index + 1,
                    className: styles.row,
                    style: { transform: `translateY(${start - seen.above}px)` },
                  })}
              >
                {row(index)}
              </li>
            ),
        )}
      </ul>
      {isLong && (
        <Suspense>
          <SeenRows {...{ list, ids, current, stop, usualHeight, tell, ref }} />
        </Suspense>
      )}
    </>
  )
}

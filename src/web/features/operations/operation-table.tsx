import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import { useRight } from '../../api/use-right.ts'
import { useText } from '../../text/text-context.ts'
import { namesOf } from './change-of.ts'
import { againHrefOf } from './help-of.ts'
import rowStyles from './operation-row.module.css'
import { OperationRow } from './operation-row.tsx'
import styles from './operation-table.module.css'
import { usePlaces } from './use-places.ts'

/** px of a row before it has been measured. */
const usualHeight = 60
/** Rows from the end at which older ones are asked for. */
const ahead = 30

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

interface OperationTableProps {
  orgId: string
  operations: readonly Operation[]
  /** How many rows there are in all; -1 where that is not known. */
  rowCount: number
  onNearEnd: () => void
}

/** The history as a table that scrolls with the page: rows are drawn only where they are seen. Arrow keys move along them. */
export function OperationTable({ orgId, operations, rowCount, onNearEnd }: OperationTableProps) {
  const { operations: words, history: text } = useText()
  const { columns } = text
  const maySet = useRight('set')
  const body = useRef<HTMLTableSectionElement>(null)
  const links = useRef(new Map<string, HTMLAnchorElement>())
  const wanted = useRef<string | null>(null)
  const [stop, setStop] = useState<string | null>(null)
  const [top, setTop] = useState(0)
  const stopIndex = Math.max(
    0,
    operations.findIndex(({ id }) => id === stop),
  )
  const virtual = useWindowVirtualizer({
    count: operations.length,
    estimateSize: () => usualHeight,
    overscan: 10,
    scrollMargin: top,
    getItemKey: (index) => operations[index]?.id ?? index,
    // The row with the focus stays, wherever one scrolls: else the focus would be lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stopIndex])].sort((a, b) => a - b),
  })
  const items = virtual.getVirtualItems()
  const places = usePlaces(
    orgId,
    items.flatMap(({ index }) => operations[index] ?? []),
  )

  // What stands above may grow or fold at any time.
  useLayoutEffect(() => {
    const measure = () => {
      const box = body.current?.getBoundingClientRect()
      if (box) setTop(Math.round(box.top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  const lastSeen = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (lastSeen >= operations.length - ahead) onNearEnd()
  }, [lastSeen, operations.length, onNearEnd])

  useLayoutEffect(() => {
    const link = wanted.current === null ? undefined : links.current.get(wanted.current)
    if (!link) return
    wanted.current = null
    link.focus({ preventScroll: true })
  })

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const next = step(stopIndex, operations.length - 1)
    const id = operations[next]?.id
    if (id === undefined) return
    wanted.current = id
    setStop(id)
    virtual.scrollToIndex(next, { align: 'auto' })
    if (id === stop) links.current.get(id)?.focus({ preventScroll: true })
  }

  return (
    <table
      className={styles.table}
      aria-label={words.panel.title}
      aria-rowcount={rowCount < 0 ? -1 : rowCount + 1}
      onKeyDown={move}
    >
      <thead className={styles.heads}>
        <tr aria-rowindex={1} className={`${rowStyles.row} ${rowStyles.inTable} ${styles.head}`}>
          <th scope="col">{columns.time}</th>
          <th scope="col">{columns.point}</th>
          <th scope="col">{columns.change}</th>
          <th scope="col">{columns.outcome}</th>
          <th scope="col" className={rowStyles.id}>
            {columns.id}
          </th>
          <th scope="col" className={rowStyles.person}>
            {columns.person}
          </th>
          <th scope="col" className={rowStyles.again}>
            <span className="visually-hidden">{columns.again}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body} className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const operation = operations[index]
          if (!operation) return null
          const { id } = operation
          const href = maySet ? againHrefOf(operation) : undefined
          return (
            <OperationRow
              key={key}
              operation={operation}
              place={places.get(operation.commandId)}
              showDevice
              table={{
                index,
                rowIndex: index + 2,
                style: { transform: `translateY(${start - top}px)` },
                measure: virtual.measureElement,
                isStop: index === stopIndex,
                linkRef: (link) => void (link ? links.current.set(id, link) : links.current.delete(id)),
                onFocus: () => setStop(id),
                again:
                  href === undefined
                    ? undefined
                    : { href, label: text.again(namesOf(operation).point), hint: text.againHint },
              }}
            />
          )
        })}
      </tbody>
    </table>
  )
}

import type { Dispatch, ReactNode, Ref, RefObject, SetStateAction } from 'react'

/** What a list must be able to do for its keyboard: bring a row in view that is not drawn. */
export interface RowsHandle {
  reveal(id: string): void
}

export interface RowsProps {
  /** The rows in their order; each once. The same array for as long as nothing changes: thousands are gone through. */
  ids: string[]
  /** Draws the row at an index. */
  row: (index: number) => ReactNode
  /** The row to show when the list opens and when another is chosen; null for none. */
  current: string | null
  /** The row that the Tab key leads to: drawn wherever the list has been scrolled. */
  stop: string | undefined
  /** px of a usual row, until it is measured. */
  usualHeight: number
  className: string | undefined
  ref: Ref<RowsHandle>
}

/** Which rows of a long list are drawn, and where; all in px from the top of the box that scrolls. */
export interface Seen {
  items: { index: number; start: number }[]
  height: number
  /** Where the list begins. */
  above: number
  /** Is given each row that is drawn. */
  measure: (row: Element | null) => void
}

export interface SeenRowsProps extends Omit<RowsProps, 'row' | 'className'> {
  list: RefObject<HTMLElement | null>
  tell: Dispatch<SetStateAction<Seen | 'all' | null>>
}

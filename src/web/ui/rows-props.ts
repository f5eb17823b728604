import type { ReactNode, Ref } from 'react'

/** What a list must be able to do for its keyboard: bring a row in view that is not drawn. */
export interface RowsHandle {
  reveal(id: string): void
}

export interface RowsProps {
  /** The rows in their order; each once. */
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

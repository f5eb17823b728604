import { useEffect, useRef } from 'react'
import { useText } from '../../text/text-context.ts'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import type { ListRow } from './list-rows.ts'

/** The end of what is there so far: seen, it asks for more; where that failed it says so. */
export function MoreRow({ row: { onSeen, error, retry } }: { row: Extract<ListRow, { kind: 'more' }> }) {
  const { device: text } = useText()
  const ask = useRef(onSeen)
  useEffect(() => {
    ask.current = onSeen
  })
  const canAsk = onSeen !== null
  useEffect(() => {
    if (canAsk) ask.current?.()
  }, [canAsk])
  if (error) return <LoadError title={text.loadFailed} error={error} onRetry={retry} />
  return <LoadingRows count={1} />
}

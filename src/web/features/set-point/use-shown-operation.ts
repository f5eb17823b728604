import { useEffect, useState } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import { operationToShow } from './operation-to-show.ts'
import type { Target } from './target.ts'
import { useOperation } from './use-operation.ts'
import { usePointOperations } from './use-point-operations.ts'
import type { Sending } from './use-sending.ts'

const newer = (a: Operation | undefined, b: Operation | undefined) =>
  a && b ? (a.revision > b.revision ? a : b) : (a ?? b)

/** The operation that takes the editor's place: the one just sent, else one of anybody's that must be seen first. */
export function useShownOperation(target: Target, sending: Sending) {
  const operations = usePointOperations(target)
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set())
  const [watchedId, setWatchedId] = useState('')

  const key = sending.phase === 'idle' ? '' : sending.send.idempotencyKey
  const own = newer(
    sending.phase === 'known' ? sending.operation : undefined,
    operations.find(({ idempotencyKey }) => idempotencyKey === key),
  )
  const watched = operations.find(({ id }) => id === watchedId)
  const urgent = operationToShow(operations, putAway)
  const shown = useOperation(key === '' ? (watched ?? urgent) : own)
  const others = sending.phase === 'idle' ? urgent?.id : undefined
  // Once seen under way, its outcome is shown too, though that alone would not be urgent.
  useEffect(() => {
    if (others) setWatchedId(others)
  }, [others])

  return {
    shown,
    isOwn: key !== '',
    queued: operations.filter(({ outcome }) => outcome === 'queued').length,
    putAway(id: string) {
      setWatchedId('')
      setPutAway((before) => new Set(before).add(id))
    },
  }
}

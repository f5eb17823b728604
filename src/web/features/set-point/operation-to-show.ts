import { isFinal, type Operation } from '#contract/panel/operation.ts'

interface PutAway {
  /** Ids of operations that a person has put away in this tab. */
  putAway: ReadonlySet<string>
  /** Ids of unknown outcomes that a person says to have checked. */
  checked: ReadonlySet<string>
}

/**
 * The operation of a point that a person must see before anything else is set, though it was not sent from this draft:
 * one under way, one in the queue, or a last one with an unknown outcome. Newest first in, undefined for none.
 */
export function operationToShow(operations: Operation[], { putAway, checked }: PutAway): Operation | undefined {
  const isOpen = ({ id, outcome }: Operation) => outcome === 'waiting' || (outcome === 'queued' && !putAway.has(id))
  const open = operations.find(isOpen)
  if (open) return open
  const last = operations.find(({ outcome }) => isFinal(outcome))
  return last?.outcome === 'unknown' && !last.acknowledged && !checked.has(last.id) && !putAway.has(last.id)
    ? last
    : undefined
}

import { isFinal, isUnresolved, type Operation } from '#contract/panel/operation.ts'

/**
 * The operation of a point that a person must see before anything else is set, though it was not sent from this draft:
 * one under way, one in the queue, or a last one with an unknown outcome. Newest first in, undefined for none.
 * @param putAway ids of operations that a person has put away in this tab.
 */
export function operationToShow(operations: Operation[], putAway: ReadonlySet<string>): Operation | undefined {
  const isOpen = ({ id, outcome }: Operation) => outcome === 'waiting' || (outcome === 'queued' && !putAway.has(id))
  const open = operations.find(isOpen)
  if (open) return open
  const last = operations.find(({ outcome }) => isFinal(outcome))
  return last && isUnresolved(last) && !putAway.has(last.id) ? last : undefined
}

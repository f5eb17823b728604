import { useInfiniteQuery } from '@tanstack/react-query'
import type { Operation } from '#contract/panel/operation.ts'
import { operationsQuery } from '../../api/queries.ts'
import { selectorOf, type Target } from './target.ts'

/** So many of the newest: what is unfinished is among them. */
const newest = 20

/** What was last sent to this point by anybody, newest first; kept up to date. */
export function usePointOperations({ device, measurepointId }: Target): Operation[] {
  const { data } = useInfiniteQuery({
    ...operationsQuery({ ...selectorOf(device), measurepointId }, newest),
    // The list of another point must not stand in for this one: it would show a command that was never sent here.
    placeholderData: undefined,
  })
  return data?.pages.flatMap(({ items }) => items) ?? []
}

import { useQuery } from '@tanstack/react-query'
import { isFinal, type Operation } from '#contract/panel/operation.ts'
import { operationQuery } from '../../api/queries.ts'

/** ms between two questions while it is unfinished: the event stream is quicker, but it may be broken. */
const interval = 3000

/** An operation as it is now: of all that is known of it, the newest. */
export function useOperation(found: Operation | undefined): Operation | undefined {
  const { data } = useQuery({
    ...operationQuery(found?.id ?? ''),
    enabled: found !== undefined && !isFinal(found.outcome),
    refetchInterval: ({ state }) => (state.data && isFinal(state.data.outcome) ? false : interval),
  })
  return found && data && data.id === found.id && data.revision > found.revision ? data : found
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { operationQuery, operationsQuery } from '../api/queries.ts'
import type { Entry } from '../features/palette/entry.ts'
import { useText } from '../text/text-context.ts'
import { operationHref } from '../ui/links.ts'
import { useRestedText } from '../ui/use-rested-text.ts'
import { navigate } from './navigate.ts'

/** What a command's or an operation's id can look like: one word with a digit. */
const idLike = /^(?=.*\d)[\w-]{6,64}$/

/** Commands by their id, typed whole: EnOS's, or the one of the record. */
export function useCommandEntries(typed: string): { entries: Entry[]; isPending: boolean } {
  const { operations: text } = useText()
  const wanted = typed.trim()
  const rested = useRestedText(typed)
  const isId = idLike.test(wanted)
  const enabled = isId && rested === wanted
  const byCommand = useInfiniteQuery({ ...operationsQuery({ commandId: wanted }, 5), enabled })
  const byId = useQuery({ ...operationQuery(wanted), enabled, retry: false })
  const found = [...(byId.data ? [byId.data] : []), ...(byCommand.data?.pages.flatMap(({ items }) => items) ?? [])]
  // The list keeps what it found before until it knows better.
  const own = enabled ? found.filter(({ id, commandId }) => id === wanted || commandId === wanted) : []
  return {
    isPending: isId && (!enabled || byCommand.isFetching || byId.isFetching),
    entries: own.map((operation) => ({
      id: `command ${operation.id}`,
      kind: 'command',
      icon: 'send',
      title: operation.shown?.sentence || operation.measurepointId,
      detail: [text.outcomes[operation.outcome], operation.commandId || operation.id].join(' · '),
      ids: [wanted],
      run: () => navigate(operationHref(operation.id)),
    })),
  }
}

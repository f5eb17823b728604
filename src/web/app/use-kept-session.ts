import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure } from '#contract/enos/failure.ts'
import type { Session } from '#contract/panel/session.ts'
import { isNotSignedIn } from './is-not-signed-in.ts'
import { keptStartKey } from './kept-start.ts'

const keptStartQuery = () =>
  queryOptions({
    queryKey: keptStartKey,
    queryFn: async ({ client }) =>
      (await import('./offline-parts.ts')).offlineParts.openKept(client, location.pathname),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })

const isUnreachable = (error: unknown) => error instanceof Failure && error.failure === 'proxyUnreachable'

/**
 * Where the server cannot be reached at the start, the last person's session stands in for its answer, until there is
 * one: the same person goes on, for another the page is loaded anew, and where nobody is signed in it is hidden.
 * @param data of the session call, and its error.
 */
export function useKeptSession(data: Session | undefined, error: Error | null) {
  const client = useQueryClient()
  const isNeeded = data === undefined && isUnreachable(error)
  const { data: start, isFetching } = useQuery({ ...keptStartQuery(), enabled: isNeeded })
  const isKept = data !== undefined && data === start?.session
  const isOver = isNotSignedIn(error)

  useEffect(() => {
    if (!isOver) return
    const hide = async () => {
      await (await import('./offline-parts.ts')).offlineParts.hideKept()
    }
    // Loaded anew nothing of it is left in sight or in memory.
    const leave = () => isKept && location.reload()
    hide().then(leave, leave)
  }, [isOver, isKept])
  const takeBack = start && !isKept && data ? start.takeBack : undefined
  useEffect(() => {
    if (!takeBack) return
    takeBack()
    client.setQueryData(keptStartKey, null)
  }, [takeBack, client])

  return {
    /** As of when all of it is; null where the server has answered. */
    keptAt: isKept ? start.heardAt : null,
    /** Nothing may be shown: it is being looked for, or was just found to be over. */
    isHidden: (isNeeded && isFetching) || (isKept && isOver),
    /** Nothing is kept here that could be shown. */
    isEmpty: start === null,
  }
}

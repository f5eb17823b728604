import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { type ComponentType, memo, type ReactNode, useDeferredValue } from 'react'
import { PartMissing } from '../ui/part-missing.tsx'
import { useLateWords } from './words.tsx'

interface LatePartOptions<P> {
  /** Its own among all parts. */
  name: string
  load: () => Promise<ComponentType<P>>
  /** Whether it says what only late pages say. */
  needsLateWords?: boolean
  /** Stands in its place until it is there. */
  waiting?: ReactNode
  /** Nobody misses it where it does not come: nothing is said of that. */
  isUnseen?: boolean
}

/** Takes the same props as the component that it stands for. */
export interface LatePart<P> {
  (props: P): ReactNode
  /** Asks for the code ahead of its use; never rejects. */
  fetch(client: QueryClient): Promise<void>
}

/**
 * A component whose code comes after the first screen. It is asked for like any other thing from the server, so a lost
 * network is survived in the same way: tried again a few times, when the connection is back, and when a person says so.
 */
export function latePart<P extends object>({
  name,
  load,
  needsLateWords = false,
  waiting = null,
  isUnseen = false,
}: LatePartOptions<P>): LatePart<P> {
  const query = queryOptions({
    queryKey: ['part', name],
    queryFn: load,
    retry: 2,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  function Late(props: P) {
    const { data: Part, isError, isFetching, refetch } = useQuery(query)
    const words = useLateWords(needsLateWords)
    // What comes late is drawn in pieces: a press in between is answered first.
    const isDrawn = useDeferredValue(Part !== undefined && (words.isThere || !needsLateWords))
    if (Part && isDrawn) return <Part {...props} />
    if (isUnseen || (!isError && !words.isError)) return waiting
    const retry = () => {
      if (isError) void refetch()
      if (words.isError) void words.refetch()
    }
    return <PartMissing isTrying={isFetching} onRetry={retry} />
  }
  return Object.assign(memo(Late), { fetch: (client: QueryClient) => client.prefetchQuery(query) })
}

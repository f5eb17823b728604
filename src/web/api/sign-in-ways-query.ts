import { queryOptions } from '@tanstack/react-query'
import { callPanel } from './call.ts'

/** How one may sign in here. */
export const signInWaysQuery = () =>
  queryOptions({ queryKey: ['sign-in-ways'], queryFn: () => callPanel('signInWays'), staleTime: 60_000 })

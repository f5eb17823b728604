import { useQuery } from '@tanstack/react-query'
import { hasRight, type Right } from '#contract/panel/role.ts'
import { sessionQuery } from './queries.ts'

/** Whether the person's role has a right; also while that is not known. Only mirrors: the proxy decides. */
export function useRight(right: Right): boolean {
  const role = useQuery(sessionQuery()).data?.person.role
  return role === undefined || hasRight(role, right)
}

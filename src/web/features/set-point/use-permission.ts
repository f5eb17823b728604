import { useQuery } from '@tanstack/react-query'
import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { Session } from '#contract/panel/session.ts'
import { permissionToSetQuery, sessionQuery } from '../../api/queries.ts'
import { selectorOf, type Target } from './target.ts'

/** What the proxy says of who may set the point; `unknown` where it could not be asked. */
export type Permission =
  | { phase: 'asking' | 'unknown'; permission: null; session: Session | undefined }
  | { phase: 'known'; permission: PermissionToSet; session: Session | undefined }

/** Mirrors the proxy's decision, which is made anew at every send. */
export function usePermission({ orgId, device, measurepointId }: Target): Permission {
  const { data: session } = useQuery(sessionQuery())
  const { data: permission, isError } = useQuery(permissionToSetQuery(orgId, selectorOf(device), measurepointId))
  if (permission) return { phase: 'known', permission, session }
  return { phase: isError ? 'unknown' : 'asking', permission: null, session }
}

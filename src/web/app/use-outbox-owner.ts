import { useMemo } from 'react'
import type { OutboxOwner } from '../api/outbox-draft.ts'
import { useSession } from './session-context.ts'

/** Whose drafts are kept and shown: the person's who looks, for the gateway that they look at. */
export function useOutboxOwner(): OutboxOwner {
  const { session, gateway } = useSession()
  const personId = session.person.id
  const gatewayId = gateway.id
  return useMemo(() => ({ personId, gatewayId }), [personId, gatewayId])
}

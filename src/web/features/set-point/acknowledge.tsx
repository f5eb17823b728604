import { useQuery } from '@tanstack/react-query'
import { hasRight } from '#contract/panel/role.ts'
import { sessionQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { AcknowledgeForm } from '../../ui/acknowledge-form.tsx'
import type { OutcomeActions } from './outcome-props.ts'

interface AcknowledgeProps extends Pick<OutcomeActions, 'onAcknowledge'> {
  /** Of the operation whose outcome is unknown. */
  id: string
}

/** A person's word that they have looked; whoever may not give it is told who may. */
export function Acknowledge({ id, onAcknowledge }: AcknowledgeProps) {
  const { evidence } = useText()
  const role = useQuery(sessionQuery()).data?.person.role
  if (role && !hasRight(role, 'acknowledge')) return <p>{evidence.acknowledge.notAllowed}</p>
  return <AcknowledgeForm onAcknowledge={(reason) => onAcknowledge(id, reason)} />
}

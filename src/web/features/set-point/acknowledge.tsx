import { useRight } from '../../api/use-right.ts'
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
  if (!useRight('acknowledge')) return <p>{evidence.acknowledge.notAllowed}</p>
  return <AcknowledgeForm onAcknowledge={(reason) => onAcknowledge(id, reason)} />
}

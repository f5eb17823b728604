import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Operation } from '#contract/panel/operation.ts'
import { hasRight } from '#contract/panel/role.ts'
import { acknowledgeOperation } from '../../api/call.ts'
import { receiveOperation } from '../../api/live.ts'
import { sessionQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { AcknowledgeForm } from '../../ui/acknowledge-form.tsx'
import { useAnnounce } from '../../ui/live-region.tsx'
import styles from './acknowledge.module.css'

/** Lets a person say for the record that they have looked; whoever may not is told who may. */
export function Acknowledge({ operation }: { operation: Operation }) {
  const { operation: text } = useText()
  const client = useQueryClient()
  const announce = useAnnounce()
  const role = useQuery(sessionQuery()).data?.person.role
  if (!role) return null
  const acknowledge = async (reason: string) => {
    receiveOperation(client, await acknowledgeOperation(operation.id, reason))
    announce(text.acknowledge.done)
  }
  return (
    <section className={styles.section} aria-label={text.acknowledge.title}>
      <h3 className={styles.title}>{text.acknowledge.title}</h3>
      <p>{text.acknowledge.why}</p>
      {hasRight(role, 'acknowledge') ? (
        <AcknowledgeForm onAcknowledge={acknowledge} />
      ) : (
        <p className="muted">{text.acknowledge.notAllowed}</p>
      )}
    </section>
  )
}

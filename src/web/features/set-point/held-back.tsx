import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Failure } from '#contract/enos/failure.ts'
import { operationQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Link } from '../../ui/link.tsx'
import { operationHref } from '../../ui/links.ts'
import { VerdictNotice } from '../../ui/verdict-notice.tsx'
import { Acknowledge } from './acknowledge.tsx'
import styles from './outcome-frame.module.css'
import type { OutcomeActions } from './outcome-props.ts'

const dataSchema = z.object({ operationId: z.string() })

/** The id of the operation that holds a point; empty where the failure names none. */
export const holdingId = ({ data }: Pick<Failure, 'data'>): string => dataSchema.safeParse(data).data?.operationId ?? ''

interface HeldBackProps extends Pick<OutcomeActions, 'onAcknowledge'> {
  id: string
}

/** The earlier command of unknown outcome that holds this point, and the way to clear it up right here. */
export function HeldBack({ id, onAcknowledge }: HeldBackProps) {
  const { sending } = useText()
  const { data: earlier, isError } = useQuery({ ...operationQuery(id), refetchInterval: 5000 })
  return (
    <>
      <div className={styles.facts}>
        <span>{sending.refusal.earlier}</span>
        <Link href={operationHref(id)}>{sending.outcome.details}</Link>
      </div>
      {isError && !earlier && <p>{sending.refusal.earlierLost}</p>}
      {earlier && (
        <>
          <p>{earlier.shown?.sentence || earlier.body}</p>
          <VerdictNotice operation={earlier} />
        </>
      )}
      <Acknowledge id={id} onAcknowledge={onAcknowledge} />
    </>
  )
}

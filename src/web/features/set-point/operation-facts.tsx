import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Link } from '../../ui/link.tsx'
import { operationHref } from '../../ui/links.ts'
import styles from './outcome-frame.module.css'

/** Old → new, as it was confirmed. */
export function OperationChange({ shown, body }: Pick<Operation, 'shown' | 'body'>) {
  if (!shown) return <p className={`${styles.change} mono`}>{body}</p>
  const { beforeText, afterText, unit } = shown
  return (
    <p className={`${styles.change} num`}>
      {beforeText !== '' && <span>{beforeText} → </span>}
      {afterText} {unit}
    </p>
  )
}

/** Who sent it, its command id and the way to all of its details. */
export function OperationFacts({ operation }: { operation: Operation }) {
  const { outcome } = useText().sending
  const { id, commandId, person } = operation
  return (
    <div className={styles.facts}>
      <span>{outcome.by(person)}</span>
      {commandId !== '' && (
        <span className={styles.id}>
          <span className="visually-hidden">{outcome.commandId} </span>
          <span className="mono">{commandId}</span>
          <CopyButton text={commandId} what={outcome.commandIdWhat} />
        </span>
      )}
      <Link href={operationHref(id)}>{outcome.details}</Link>
    </div>
  )
}

import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Link } from '../../ui/link.tsx'
import { operationHref } from '../../ui/links.ts'
import { OutcomeChip } from '../../ui/outcome-chip.tsx'
import { clockText, dayText, isSameDay } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { namesOf } from './change-of.ts'
import { FindingChip } from './finding-chip.tsx'
import { OperationChange } from './operation-change.tsx'
import styles from './operation-row.module.css'
import { useSentence } from './use-sentence.ts'

interface OperationRowProps {
  operation: Operation
  /** Its place in the queue of the device, where it is known. */
  place: number | undefined
  /** Where rows of many devices stand together. */
  showDevice: boolean
}

/** One operation in a list. The whole row leads to its page. */
export function OperationRow({ operation, place, showDevice }: OperationRowProps) {
  const { locale, operations: text } = useText()
  const now = useNow(60_000)
  const { id, createTime, outcome, code, commandId, person } = operation
  const sentence = useSentence(operation, place)
  const names = namesOf(operation)
  return (
    <li className={styles.row}>
      <time className={styles.time} dateTime={new Date(createTime).toISOString()}>
        {clockText(createTime, locale)}
        {!isSameDay(createTime, now) && <small className={styles.day}>{dayText(createTime, now, locale)}</small>}
      </time>
      <div className={styles.name}>
        <Link className={styles.link} href={operationHref(id)} aria-label={`${names.point}, ${text.outcomes[outcome]}`}>
          {names.point}
        </Link>
        {showDevice && <small className={styles.device}>{names.device}</small>}
      </div>
      <div className={styles.why} title={sentence}>
        <OperationChange operation={operation} /> <span className={styles.sentence}>{sentence}</span>
      </div>
      <div className={styles.outcome}>
        <OutcomeChip outcome={outcome} code={code} />
        <FindingChip operation={operation} />
      </div>
      <div className={styles.id}>
        {commandId ? (
          <>
            <span className="mono">{commandId}</span>
            <span className={styles.copy}>
              <CopyButton text={commandId} what={text.row.commandId} />
            </span>
          </>
        ) : (
          <>
            <span aria-hidden="true">—</span>
            <span className="visually-hidden">{text.row.noCommandId}</span>
          </>
        )}
      </div>
      <div className={styles.person}>{person}</div>
    </li>
  )
}

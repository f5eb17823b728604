import type { CSSProperties } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isolated } from '../../ui/isolated.ts'
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

/** A row's place in a table of which only a part is drawn. */
export interface RowInTable {
  index: number
  /** As assistive technology counts: from 1, the heading is the first. */
  rowIndex: number
  style: CSSProperties
  measure: (row: HTMLElement | null) => void
  /** The one row that Tab comes to. */
  isStop: boolean
  linkRef: (link: HTMLAnchorElement | null) => void
  onFocus: () => void
  /** Where a draft with the same value opens; undefined where that is no help or not allowed. */
  again: { href: string; label: string; hint: string } | undefined
}

interface OperationRowProps {
  operation: Operation
  /** Its place in the queue of the device, where it is known. */
  place: number | undefined
  /** Where rows of many devices stand together. */
  showDevice: boolean
  /** Of a table; else of a list. */
  table?: RowInTable
}

/** One operation in a list or a table. The whole row leads to its page. */
export function OperationRow({ operation, place, showDevice, table }: OperationRowProps) {
  const { locale, operations: text } = useText()
  const now = useNow(60_000)
  const { id, createTime, outcome, code, commandId, person } = operation
  const sentence = useSentence(operation, place)
  const names = namesOf(operation)
  const Cell = table ? 'td' : 'div'
  const cells = (
    <>
      <Cell className={styles.time}>
        <time dateTime={new Date(createTime).toISOString()}>
          {clockText(createTime, locale)}
          {!isSameDay(createTime, now) && <small className={styles.day}>{dayText(createTime, now, locale)}</small>}
        </time>
      </Cell>
      <Cell className={styles.name}>
        <Link
          className={styles.link}
          href={operationHref(id)}
          aria-label={`${isolated(names.point)}, ${text.outcomes[outcome]}`}
          {...(table && { ref: table.linkRef, tabIndex: table.isStop ? 0 : -1, onFocus: table.onFocus })}
        >
          {names.point}
        </Link>
        {showDevice && <small className={styles.device}>{names.device}</small>}
      </Cell>
      <Cell className={styles.why} title={sentence}>
        <OperationChange operation={operation} /> <span className={styles.sentence}>{sentence}</span>
      </Cell>
      <Cell className={styles.outcome}>
        <OutcomeChip outcome={outcome} code={code} />
        <FindingChip operation={operation} />
      </Cell>
      <Cell className={styles.id}>
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
      </Cell>
      <Cell className={styles.person}>{person}</Cell>
      {table && (
        <Cell className={styles.again}>
          {table.again && (
            <Link
              className={styles.againLink}
              href={table.again.href}
              title={table.again.hint}
              aria-label={table.again.label}
            >
              <Icon name="retry" />
            </Link>
          )}
        </Cell>
      )}
    </>
  )
  if (!table) return <li className={styles.row}>{cells}</li>
  return (
    <tr
      ref={table.measure}
      aria-rowindex={table.rowIndex}
      data-index={table.index}
      className={`${styles.row} ${styles.inTable}`}
      style={table.style}
    >
      {cells}
    </tr>
  )
}

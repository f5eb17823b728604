import type { ReactNode } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { ClassChip } from '../../ui/class-chip.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { recordedValueText } from '../../ui/evidence-text.ts'
import { momentText } from '../../ui/time-text.ts'
import styles from './details-card.module.css'
import { wholeSpanText } from './span-text.ts'
import { stateName } from './state-name.ts'
import { useGatewayName } from './use-gateway-name.ts'

/** Every id and every setting of one operation, to be read and copied. */
export function DetailsCard({ operation }: { operation: Operation }) {
  const text = useText()
  const { details: words } = text.operation
  const { states } = text.errorCodes
  const { shown, createTime, pendingTtl, timeout, state, code } = operation
  const span = (seconds: number) => wholeSpanText(seconds * 1000, text)
  const named = state === null ? undefined : stateName(state)
  const gateway = useGatewayName(operation)
  const expected =
    operation.expectedValue !== undefined && recordedValueText(operation, parseExact(operation.expectedValue), text)
  const ids: [string, string][] = [
    [words.commandId, operation.commandId],
    [words.point, operation.measurepointId],
    [words.assetId, operation.assetId],
    [words.productKey, operation.productKey],
    [words.deviceKey, operation.deviceKey],
    [words.orgId, operation.orgId],
    [words.personId, operation.personId ?? ''],
    [words.id, operation.id],
    [words.idempotencyKey, operation.idempotencyKey],
  ]
  const facts: [string, ReactNode][] = [
    [words.person, operation.person],
    [words.remoteAddress, operation.remoteAddress && <span className="mono">{operation.remoteAddress}</span>],
    [words.gateway, gateway],
    [words.pointClass, operation.pointClass && <ClassChip pointClass={operation.pointClass} />],
    [words.reason, operation.reason],
    [words.sentence, shown?.sentence],
    [words.expected, expected],
    [words.how, pendingTtl > 0 ? words.whenOnline(span(pendingTtl), span(timeout)) : words.now(span(timeout))],
    [words.until, pendingTtl > 0 && momentText(createTime + pendingTtl * 1000, text.locale)],
    [
      words.state,
      state !== null && `${state} · ${named ? `${states.rows[named].console} (${states.rows[named].api})` : ''}`,
    ],
    [words.code, code],
    [
      words.before,
      shown?.beforeText &&
        `${[shown.beforeText, shown.unit].filter(Boolean).join(' ')}, ${shown.beforeTime > 0 ? words.beforeAge(momentText(shown.beforeTime, text.locale)) : words.beforeNever}`,
    ],
    [words.dataType, shown?.dataType],
  ]
  return (
    <Card title={words.title}>
      <dl className={styles.details}>
        {facts
          .filter(([, fact]) => fact || fact === 0)
          .map(([name, fact]) => (
            <div key={name} className={styles.row}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value}>{fact}</dd>
            </div>
          ))}
        {ids
          .filter(([, id]) => id !== '')
          .map(([name, id]) => (
            <div key={name} className={styles.row}>
              <dt className={styles.name}>{name}</dt>
              <dd className={`${styles.value} mono`}>{id}</dd>
              <dd className={styles.copy}>
                <CopyButton text={id} what={name} />
              </dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}

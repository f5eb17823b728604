import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import { operationQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { isolated } from '../../ui/isolated.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { historyHref } from '../../ui/links.ts'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import pageStyles from '../../ui/page.module.css'
import { momentText } from '../../ui/time-text.ts'
import { Worded } from '../../ui/worded.tsx'
import { namesOf } from './change-of.ts'
import { DetailsCard } from './details-card.tsx'
import { LiveChip } from './live-chip.tsx'
import { OperationChange } from './operation-change.tsx'
import styles from './operation-page.module.css'
import { RequestCard } from './request-card.tsx'
import { ResultCard } from './result-card.tsx'
import { StepsCard } from './steps-card.tsx'
import { usePlaces } from './use-places.ts'

interface OperationPageProps {
  id: string
  /** Draws what the point reported around the operation. */
  Trend: ComponentType<{ operation: Operation }>
}

function OperationParts({ operation, Trend }: { operation: Operation } & Pick<OperationPageProps, 'Trend'>) {
  const { operation: text, operations, shell, locale } = useText()
  const places = usePlaces(operation.orgId, [operation])
  const { point, device, after, unit } = namesOf(operation)
  return (
    <>
      <title>{`${isolated(point)} · ${operations.outcomes[operation.outcome]} · ${shell.productName}`}</title>
      <header className={styles.head}>
        <h1 className={pageStyles.title}>
          {operation.shown?.sentence || (
            <Worded
              words={(_strong, quiet) =>
                text.sentence(quiet(point), quiet(device), quiet(unit ? `${after} ${unit}` : after))
              }
            />
          )}
        </h1>
        <p className={styles.about}>
          <OperationChange operation={operation} /> ·{' '}
          {text.by(operation.person, momentText(operation.createTime, locale))}
        </p>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <ResultCard operation={operation} place={places.get(operation.commandId)} />
          <div className={styles.trend}>
            <Trend operation={operation} />
          </div>
          <StepsCard operation={operation} />
        </div>
        <div className={styles.column}>
          <DetailsCard operation={operation} />
          <RequestCard operation={operation} />
        </div>
      </div>
    </>
  )
}

/** One operation with everything that is known of it; follows while it is open. */
export function OperationPage({ id, Trend }: OperationPageProps) {
  const { operation: text } = useText()
  const query = useQuery(operationQuery(id))
  return (
    <div className={`${pageStyles.page} ${pageStyles.wide}`}>
      <div className={styles.top}>
        <LinkButton kind="quiet" icon="undo" href={historyHref()}>
          {text.back}
        </LinkButton>
        <LiveChip time={query.dataUpdatedAt} />
      </div>
      {query.data ? (
        <OperationParts key={id} operation={query.data} Trend={Trend} />
      ) : (
        <Card label={text.result}>
          {query.isError ? (
            <LoadError title={text.notFound} error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingRows />
          )}
        </Card>
      )}
    </div>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { operationsQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { ExportLinks } from './export-links.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { LiveChip } from './live-chip.tsx'
import { filterOf, isFiltered } from './operation-filter.ts'
import { OperationList } from './operation-list.tsx'
import styles from './page.module.css'

interface OperationsPageProps {
  orgId: string
  /** As it stands in the URL (operation-filter.ts). */
  filter: Record<string, string>
  onFilter: (filter: Record<string, string>) => void
}

/** The history: every operation, newest first, narrowed by what the URL says. */
export function OperationsPage({ orgId, filter, onFilter }: OperationsPageProps) {
  const { panel, history: text } = useText().operations
  const query = useInfiniteQuery(operationsQuery(filterOf(filter)))
  const operations = query.data?.pages.flatMap(({ items }) => items) ?? []

  const content = () => {
    if (query.isPending) return <LoadingRows count={8} />
    if (query.isError && operations.length === 0) {
      return <LoadError title={panel.loadFailed} error={query.error} onRetry={() => void query.refetch()} />
    }
    if (operations.length === 0) {
      return isFiltered(filter) ? (
        <Blank
          icon="search"
          title={text.noneTitle}
          actions={<Button onClick={() => onFilter({})}>{text.clear}</Button>}
        >
          {text.none}
        </Blank>
      ) : (
        <Blank icon="history" title={text.emptyTitle}>
          {text.empty}
        </Blank>
      )
    }
    return (
      <>
        <OperationList orgId={orgId} operations={operations} showDevice />
        <div className={styles.more}>
          {query.hasNextPage ? (
            <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {query.isFetchingNextPage ? text.loadingMore : text.more}
            </Button>
          ) : (
            <span className="dim">{text.end}</span>
          )}
        </div>
      </>
    )
  }

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{text.title}</h1>
        <p className="muted">{text.about}</p>
        <ExportLinks
          filter={filterOf(filter)}
          found={
            query.data && !query.isPlaceholderData ? { count: operations.length, isMore: query.hasNextPage } : null
          }
        />
      </header>
      <HistoryFilters orgId={orgId} filter={filter} onFilter={onFilter} />
      <div aria-busy={query.isPlaceholderData}>
        <Card title={panel.title} actions={<LiveChip />}>
          {content()}
        </Card>
      </div>
    </div>
  )
}

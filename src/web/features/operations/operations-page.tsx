import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { operationCountQuery } from '../../api/history-queries.ts'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import pageStyles from '../../ui/page.module.css'
import { momentText } from '../../ui/time-text.ts'
import { ExportLinks } from './export-links.tsx'
import { GoToDate } from './go-to-date.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { LiveChip } from './live-chip.tsx'
import { NewRows } from './new-rows.tsx'
import { filterBack, filterOf, isFiltered, withPart } from './operation-filter.ts'
import { OperationTable } from './operation-table.tsx'
import styles from './operations-page.module.css'
import { SavedViews } from './saved-views.tsx'
import { useOperationRows } from './use-operation-rows.ts'

interface OperationsPageProps {
  orgId: string
  /** As it stands in the URL (operation-filter.ts). */
  filter: Record<string, string>
  onFilter: (filter: Record<string, string>) => void
}

/** The history: every operation, newest first, narrowed by what the URL says. */
export function OperationsPage({ orgId, filter, onFilter }: OperationsPageProps) {
  const { operations, history: text, locale } = useText()
  // A preset ends when it is chosen: the question must not change while one reads.
  const wanted = useMemo(() => filterOf(filter, Date.now()), [filter])
  const { pages, rows, fresh, putIn } = useOperationRows(filterBack(wanted, filter.at), filter.at === undefined)
  const { data: found = null } = useQuery(operationCountQuery(wanted))
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  const goTo = (at: string) => onFilter(withPart(filter, { at }))
  const rowCount = hasNextPage ? (found?.isMore === false && filter.at === undefined ? found.count : -1) : rows.length

  const end = () => {
    if (isFetchNextPageError) {
      return <LoadError title={text.loadMore} error={pages.error} onRetry={() => void fetchNextPage()} />
    }
    return <span className="dim">{hasNextPage ? text.loading : text.end}</span>
  }
  const content = () => {
    if (pages.isPending) return <LoadingRows count={8} />
    if (pages.isError && !pages.data) {
      return <LoadError title={operations.panel.loadFailed} error={pages.error} onRetry={() => void pages.refetch()} />
    }
    if (rows.length === 0) {
      return isFiltered(filter) || filter.at !== undefined ? (
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
        <OperationTable orgId={orgId} operations={rows} rowCount={rowCount} onNearEnd={more} />
        <div className={styles.more}>{end()}</div>
      </>
    )
  }
  const count = found?.count.toLocaleString(locale) ?? ''

  return (
    <div className={`${pageStyles.page} ${pageStyles.wide}`}>
      <header className={pageStyles.head}>
        <h1 className={pageStyles.title}>{text.title}</h1>
        <p className="muted">{text.about}</p>
        <ExportLinks filter={wanted} found={found} />
      </header>
      <SavedViews filter={filter} />
      <HistoryFilters orgId={orgId} filter={filter} operations={rows} onFilter={onFilter} />
      <div className={styles.found}>
        <p role="status">
          {found !== null && (found.isMore ? text.foundMore(count) : text.found(found.count, count))}
          {filter.at !== undefined && ` ${text.back(momentText(Number(filter.at), locale))}`}
        </p>
        <GoToDate at={filter.at} onGo={goTo} />
      </div>
      <div aria-busy={pages.isPlaceholderData}>
        <NewRows count={fresh} onShow={putIn} />
        <Card title={operations.panel.title} actions={<LiveChip time={pages.dataUpdatedAt} />}>
          {content()}
        </Card>
      </div>
    </div>
  )
}

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import type { OperationPage } from '#contract/panel/panel-calls.ts'
import { type OperationFilter, operationPagesQuery, operationsQuery } from '../../api/queries.ts'
import { newOnes } from './new-ones.ts'

/**
 * The rows of the history, page after page, and those that came in since: they are put in only when asked to, so that
 * nothing moves under the eyes of who reads.
 * @param isNewest whether the list begins with what is newest; else nothing new is looked for.
 */
export function useOperationRows(filter: OperationFilter, isNewest: boolean) {
  const client = useQueryClient()
  const pages = useInfiniteQuery(operationPagesQuery(filter))
  const head = useInfiniteQuery({ ...operationsQuery(filter), enabled: isNewest })
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data])
  const newest =
    isNewest && !head.isPlaceholderData && !pages.isPlaceholderData ? head.data?.pages[0]?.items : undefined
  const { items, hasGap } = useMemo(() => newOnes(newest ?? [], rows), [newest, rows])

  const putIn = () => {
    const { queryKey } = operationPagesQuery(filter)
    // More came than one page tells: what lies between is not known here.
    if (hasGap) return void client.resetQueries({ queryKey, exact: true })
    client.setQueryData(queryKey, (data: InfiniteData<OperationPage> | undefined) => {
      const [first, ...others] = data?.pages ?? []
      const held = new Set(first?.items.map(({ id }: Operation) => id))
      const added = items.filter(({ id }) => !held.has(id))
      return data && first && { ...data, pages: [{ ...first, items: [...added, ...first.items] }, ...others] }
    })
  }
  return { pages, rows, fresh: items.length, putIn }
}

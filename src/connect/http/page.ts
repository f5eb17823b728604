import type { SearchBody } from '#contract/enos/endpoints.ts'
import type { WrittenEnvelope } from '#contract/enos/envelope.ts'
import { Failure } from '#contract/enos/failure.ts'

export type WrittenPagination = NonNullable<WrittenEnvelope['pagination']>

/** Records on a page unless asked for, and at most, per search (§2.2, §3.1, §3.2; models by the general rule of §2.4). */
export const pageSizes = {
  command: { usual: 100, most: 1000 },
  asset: { usual: 100, most: 1000 },
  device: { usual: 10, most: 200 },
  model: { usual: 10, most: 1000 },
} as const

/** @throws Failure invalidArgument where the page is larger than this search allows. */
export function readPage(
  { pagination }: SearchBody,
  { usual, most }: { usual: number; most: number },
): { pageNo: number; pageSize: number } {
  const { pageNo = 1, pageSize = usual } = pagination ?? {}
  if (pageSize > most) {
    throw new Failure('invalidArgument', `pagination.pageSize: pagination.pageSize must be at most ${most}`)
  }
  return { pageNo, pageSize }
}

/** The records of one page, and what the answer says of it. */
export function pageOf<T>(records: readonly T[], page: { pageNo: number; pageSize: number }): [T[], WrittenPagination] {
  const start = (page.pageNo - 1) * page.pageSize
  return [records.slice(start, start + page.pageSize), { ...page, totalSize: records.length, sortedBy: null }]
}

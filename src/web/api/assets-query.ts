import { queryOptions } from '@tanstack/react-query'
import { callEnos } from './call.ts'
import { kept } from './kept.ts'

/** The assets of the organisation: the roots of trees have a `treeId` attribute where EnOS tells it. */
export const assetsQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['assets', orgId],
    meta: kept,
    queryFn: async ({ signal }) =>
      (await callEnos('searchAsset', { orgId }, { body: { pagination: { pageNo: 1, pageSize: 1000 } }, signal })).data,
    staleTime: 60_000,
  })

import { queryOptions } from '@tanstack/react-query'
import type { StringI18n } from '#contract/enos/string-i18n.ts'
import { callEnos } from '../../api/call.ts'
import { kept } from '../../api/kept.ts'

/** The names of the organisation's models by modelId; devices carry only the id. */
export const modelNamesQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['model-names', orgId],
    meta: kept,
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, StringI18n>> => {
      const body = { projection: ['modelId', 'name'], pagination: { pageNo: 1, pageSize: 200 } }
      const { data } = await callEnos('searchThingModel', { orgId }, { body, signal })
      return new Map(data.map(({ modelId, name }) => [modelId, name]))
    },
    staleTime: 300_000,
  })

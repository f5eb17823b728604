import { queryOptions } from '@tanstack/react-query'
import type { DeviceSelector } from '#contract/enos/device.ts'
import { callEnos } from './call.ts'
import { selectorKey } from './queries.ts'

/** The commands of a device that EnOS holds, newest first; asked again every 3 s. */
export const commandsQuery = (orgId: string, device: DeviceSelector, expression?: string) =>
  queryOptions({
    queryKey: ['commands', orgId, selectorKey(device), expression ?? ''],
    queryFn: async ({ signal }) =>
      (
        await callEnos(
          'searchCommand',
          { orgId, ...device },
          { body: { ...(expression ? { expression } : {}), pagination: { pageNo: 1, pageSize: 60 } }, signal },
        )
      ).data,
    refetchInterval: 3000,
  })

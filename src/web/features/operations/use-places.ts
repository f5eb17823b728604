import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { commandStates } from '#contract/enos/command.ts'
import type { DeviceSelector } from '#contract/enos/device.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { commandsQuery } from '../../api/commands-query.ts'
import { selectorOf } from './change-of.ts'
import { placesOf } from './places-of.ts'

const none: ReadonlyMap<string, number> = new Map()

/** commandId → place in line, for the queued among these operations; asks only for the queues of their devices. */
export function usePlaces(orgId: string, operations: readonly Operation[]): ReadonlyMap<string, number> {
  const client = useQueryClient()
  const devices = new Map(
    operations
      .filter(({ outcome }) => outcome === 'queued')
      .map(selectorOf)
      .map((device) => [JSON.stringify(device), device]),
  )
  const queueOf = (device: DeviceSelector) =>
    client.fetchQuery(commandsQuery(orgId, device, `state = ${commandStates.created}`)).catch(() => [])
  const { data } = useQuery({
    queryKey: ['commands', 'places', orgId, [...devices.keys()].sort()],
    queryFn: async () =>
      new Map((await Promise.all([...devices.values()].map(queueOf))).flatMap((queue) => [...placesOf(queue)])),
    enabled: devices.size > 0,
    refetchInterval: 3000,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  })
  return (devices.size > 0 && data) || none
}

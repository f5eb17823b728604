import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import type { Command } from '#contract/enos/command.ts'
import { commandStates } from '#contract/enos/command.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { commandsQuery } from '../../api/queries.ts'
import { selectorOf } from './change-of.ts'
import { placesOf } from './places-of.ts'

const joined = (queues: UseQueryResult<Command[]>[]): ReadonlyMap<string, number> =>
  new Map(queues.flatMap(({ data }) => (data ? [...placesOf(data)] : [])))

/** commandId → place in line, for the queued among these operations; asks only for the queues of their devices. */
export function usePlaces(orgId: string, operations: readonly Operation[]): ReadonlyMap<string, number> {
  const devices = new Map(
    operations
      .filter(({ outcome }) => outcome === 'queued')
      .map(selectorOf)
      .map((device) => [JSON.stringify(device), device]),
  )
  return useQueries({
    queries: [...devices.values()].map((device) => commandsQuery(orgId, device, `state = ${commandStates.created}`)),
    combine: joined,
  })
}

import { useQuery } from '@tanstack/react-query'
import type { Operation } from '#contract/panel/operation.ts'
import { sessionQuery } from '../../api/queries.ts'

/** The gateway that an operation went to, by name; empty where there is only one to have gone to. */
export function useGatewayName({ gatewayId }: Pick<Operation, 'gatewayId'>): string {
  const gateways = useQuery(sessionQuery()).data?.gateways ?? []
  const own = gateways.find(({ id }) => id === gatewayId)
  if (gatewayId === undefined || (own && gateways.length === 1)) return ''
  return own?.name || gatewayId
}

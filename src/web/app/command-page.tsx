import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { gatewayPrefix } from '#contract/panel/gateway-address.ts'
import { operationQuery } from '../api/queries.ts'
import { OperationPage } from '../features/operations/operation-page.tsx'
import { LateOperationTrend } from './late-trend.tsx'
import { useSession } from './session-context.ts'

/** One command, from the press of the button on; at the gateway that it went to, whatever the address says. */
export function CommandPage({ id }: { id: string }) {
  const { session, gateway } = useSession()
  const { data: operation } = useQuery(operationQuery(id))
  const own = session.gateways.find((gateway) => gateway.id === operation?.gatewayId)
  const isElsewhere = own !== undefined && own.id !== gateway.id
  useEffect(() => {
    if (isElsewhere) location.replace(`${gatewayPrefix(own.id)}/operations/${encodeURIComponent(id)}`)
  }, [isElsewhere, own, id])
  return isElsewhere ? null : <OperationPage key={id} id={id} Trend={LateOperationTrend} />
}

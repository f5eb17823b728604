import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { FailureName } from '#contract/enos/failures.ts'
import { tellClockDifferenceFrom } from '#contract/panel/gateway-state.ts'
import { onFailure } from '../api/heard-failures.ts'
import { gatewayQuery } from '../api/queries.ts'
import { LateGatewayTrouble } from './late-parts.tsx'
import { useSession } from './session-context.ts'

/** Failures of calls that say that the gateway may be gone. */
const telling: readonly FailureName[] = ['gatewayUnreachable', 'connectionLost', 'unreadableAnswer']

/** Finds out, by asking and by failed calls, whether there is something to say about the gateway below the header. */
export function GatewayNotice() {
  const { gateway } = useSession()
  const { data: state, refetch } = useQuery(gatewayQuery())
  useEffect(
    () =>
      onFailure((failure) => {
        if (telling.includes(failure)) void refetch({ cancelRefetch: false })
      }),
    [refetch],
  )
  if (!state) return null
  const isClockOff = Math.abs(state.clockDifference ?? 0) >= tellClockDifferenceFrom
  return state.reachable === false || isClockOff ? <LateGatewayTrouble gateway={gateway} state={state} /> : null
}

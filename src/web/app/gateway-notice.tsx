import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FailureName } from '#contract/enos/failures.ts'
import { tellClockDifferenceFrom } from '#contract/panel/gateway-state.ts'
import { onFailure } from '../api/heard-failures.ts'
import { gatewayQuery } from '../api/queries.ts'
import { useText } from '../text/text-context.ts'
import { agePartsOf } from '../ui/age-parts.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { pastText } from '../ui/time-text.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './connection-banner.module.css'
import { useSession } from './session-context.ts'

/** Failures of calls that say that the gateway may be gone. */
const telling: readonly FailureName[] = ['gatewayUnreachable', 'connectionLost', 'unreadableAnswer']

/** Tells, below the header, that EnOS does not answer, or that its clock is another. */
export function GatewayNotice() {
  const { shell, failures, locale } = useText()
  const { gateway } = useSession()
  const { data: state, refetch } = useQuery(gatewayQuery())
  const [readDifference, setReadDifference] = useState<number | null>(null)
  const now = useNow(60_000)
  useEffect(
    () =>
      onFailure((failure) => {
        if (telling.includes(failure)) void refetch({ cancelRefetch: false })
      }),
    [refetch],
  )
  if (!state) return null
  const name = gateway.name || shell.gatewayKind[gateway.kind]
  const text = shell.gatewayState
  if (state.reachable === false) {
    return (
      <div className={styles.place}>
        <Notice tone="wait" icon="offline" role="status" title={text.unreachable(name)}>
          <p>
            {state.since !== null && text.since(pastText(state.since, now, locale))}{' '}
            {state.failure && failures[state.failure].what} {text.unreachableHelp}
          </p>
          {state.message !== '' && (
            <details>
              <summary>{shell.technicalDetail}</summary>
              <code>{state.message}</code>
            </details>
          )}
        </Notice>
      </div>
    )
  }
  const difference = state.clockDifference ?? 0
  if (Math.abs(difference) < tellClockDifferenceFrom || readDifference === difference) return null
  const { unit, count } = agePartsOf(Math.abs(difference) * 1000)
  const span = shell.age[unit](count)
  return (
    <div className={styles.place}>
      <Notice
        icon="clock"
        role="status"
        title={difference > 0 ? text.ahead(name, span) : text.behind(name, span)}
        actions={<Button kind="quiet" icon="close" label={shell.close} onClick={() => setReadDifference(difference)} />}
      >
        {text.clockHelp}
      </Notice>
    </div>
  )
}

import { useState } from 'react'
import type { GatewayState } from '#contract/panel/gateway-state.ts'
import type { PanelGateway } from '#contract/panel/session.ts'
import { useText } from '../text/text-context.ts'
import { agePartsOf } from '../ui/age-parts.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { pastText } from '../ui/time-text.ts'
import { useNow } from '../ui/use-now.ts'
import { Worded } from '../ui/worded.tsx'
import styles from './connection-banner.module.css'
import { givenName } from './given-name.ts'

interface GatewayTroubleProps {
  gateway: PanelGateway
  state: GatewayState
}

/** EnOS does not answer, or its clock is another; the second can be put away once it was read. */
export function GatewayTrouble({ gateway, state }: GatewayTroubleProps) {
  const { account, shell } = useText()
  const [readDifference, setReadDifference] = useState<number | null>(null)
  const name = givenName(gateway) || shell.gatewayKind[gateway.kind]
  if (state.reachable === false) return <Unreachable name={name} state={state} />
  const difference = state.clockDifference ?? 0
  if (readDifference === difference) return null
  const { unit, count } = agePartsOf(Math.abs(difference) * 1000)
  const span = shell.age[unit](count)
  const { ahead, behind, clockHelp } = account.gatewayState
  return (
    <div className={styles.place}>
      <Notice
        icon="clock"
        role="status"
        title={<Worded words={(_strong, quiet) => (difference > 0 ? ahead : behind)(quiet(name), span)} />}
        actions={<Button kind="quiet" icon="close" label={shell.close} onClick={() => setReadDifference(difference)} />}
      >
        {clockHelp}
      </Notice>
    </div>
  )
}

function Unreachable({ name, state }: { name: string; state: GatewayState }) {
  const { account, shell, failures, locale } = useText()
  const now = useNow(60_000)
  const { unreachable, since, unreachableHelp } = account.gatewayState
  return (
    <div className={styles.place}>
      <Notice
        tone="wait"
        icon="offline"
        role="status"
        title={<Worded words={(_strong, quiet) => unreachable(quiet(name))} />}
      >
        <p>
          {state.since !== null && since(pastText(state.since, now, locale))}{' '}
          {state.failure && failures[state.failure].what} {unreachableHelp}
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

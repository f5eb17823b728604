import { useEffect, useRef } from 'react'
import { useText } from '../text/text-context.ts'
import { GatewayList } from './gateway-list.tsx'
import styles from './gateway-pill.module.css'
import { useSession } from './session-context.ts'

/** The choice of gateway; the present one has the focus when it opens. */
export function GatewayMenu() {
  const { account } = useText()
  const { session, gateway } = useSession()
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), [])
  return (
    <div ref={menu}>
      <strong>{account.gatewayMenuTitle}</strong>
      <GatewayList gateways={session.gateways} current={gateway.id} />
      <p className={styles.help}>{account.gatewayMenuHelp}</p>
    </div>
  )
}

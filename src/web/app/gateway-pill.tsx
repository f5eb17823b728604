import { useId, useState } from 'react'
import { useText } from '../text/text-context.ts'
import { Icon } from '../ui/icon.tsx'
import { GatewayMark } from './gateway-mark.tsx'
import styles from './gateway-pill.module.css'
import { givenName } from './given-name.ts'
import { LateGatewayMenu } from './late-parts.tsx'
import { useSession } from './session-context.ts'

/** Which EnOS is behind all this: calm for the embedded one, unmistakable for production. With several, a menu of them. */
export function GatewayPill() {
  const { shell } = useText()
  const { session, gateway } = useSession()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const kind = shell.gatewayKind[gateway.kind]
  const name = givenName(gateway)
  const inside = (
    <>
      <GatewayMark kind={gateway.kind} />
      <span className={styles.kind}>{kind}</span>
      {name && <span className={styles.name}>· {name}</span>}
    </>
  )
  const detail = shell.gatewayDetail(name || kind, gateway.address)
  if (session.gateways.length < 2) {
    return (
      <span className={`${styles.pill} ${styles[gateway.kind]}`} title={detail}>
        {inside}
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        className={`${styles.pill} ${styles.button} ${styles[gateway.kind]}`}
        title={detail}
        aria-label={shell.gatewayMenu([kind, name].filter(Boolean).join(' · '))}
        popoverTarget={id}
      >
        {inside}
        <Icon name="chevronDown" />
      </button>
      <div id={id} popover="auto" className={styles.menu} onToggle={({ newState }) => setOpen(newState === 'open')}>
        {isOpen && <LateGatewayMenu />}
      </div>
    </>
  )
}

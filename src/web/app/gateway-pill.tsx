import { useText } from '../text/text-context.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './gateway-pill.module.css'
import { useSession } from './session-context.ts'

/** Which EnOS is behind all this: calm for the embedded one, unmistakable for production. */
export function GatewayPill() {
  const { shell } = useText()
  const { gateway } = useSession()
  const kind = shell.gatewayKind[gateway.kind]
  return (
    <span
      className={`${styles.pill} ${styles[gateway.kind]}`}
      title={shell.gatewayDetail(gateway.name || kind, gateway.address)}
    >
      {gateway.kind === 'production' ? <Icon name="warning" /> : <span className={styles.dot} aria-hidden="true" />}
      <span className={styles.kind}>{kind}</span>
      {gateway.name !== '' && gateway.name !== kind && <span className={styles.name}>· {gateway.name}</span>}
    </span>
  )
}

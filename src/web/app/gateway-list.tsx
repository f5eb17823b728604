import type { PanelGateway } from '#contract/panel/session.ts'
import { useText } from '../text/text-context.ts'
import { Icon } from '../ui/icon.tsx'
import { useRoving } from '../ui/use-roving.ts'
import { switchHref } from './gateway-choice.ts'
import styles from './gateway-list.module.css'
import { GatewayMark } from './gateway-mark.tsx'
import { givenName } from './given-name.ts'

interface GatewayListProps {
  gateways: readonly PanelGateway[]
  /** The id of the one that the page is about. */
  current: string | null
}

/** All gateways, to go to: ordinary links, each of which loads the panel anew with nothing of another in its memory. */
export function GatewayList({ gateways, current }: GatewayListProps) {
  const { account, shell } = useText()
  const { rowProps } = useRoving(
    gateways.map(({ id }) => id),
    current,
  )
  return (
    <ul className={styles.list}>
      {gateways.map((gateway) => (
        <li key={gateway.id}>
          <a
            {...rowProps(gateway.id)}
            href={switchHref(gateway.id, location.pathname)}
            className={`${styles.row} ${styles[gateway.kind]}`}
            aria-current={gateway.id === current || undefined}
          >
            <span className={styles.kind}>
              <GatewayMark kind={gateway.kind} />
              {shell.gatewayKind[gateway.kind]}
            </span>
            <span className={styles.name}>{gateway.name === '' ? gateway.id : givenName(gateway)}</span>
            {gateway.id === current && <Icon name="check" label={account.gatewayHere} />}
          </a>
        </li>
      ))}
    </ul>
  )
}

import type { PanelGateway } from '#contract/panel/session.ts'
import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Brand } from './brand.tsx'
import { GatewayList } from './gateway-list.tsx'
import styles from './start-failed.module.css'

/** The address names a gateway that is not there: no other takes its place unasked. */
export function UnknownGatewayPage({ id, gateways }: { id: string; gateways: readonly PanelGateway[] }) {
  const { account, shell } = useText()
  return (
    <main className={styles.page}>
      <title>{`${account.unknownGatewayTitle} · ${shell.productName}`}</title>
      <Brand />
      <Blank
        icon="question"
        title={<h1>{account.unknownGatewayTitle}</h1>}
        actions={<GatewayList gateways={gateways} current={null} />}
      >
        {account.unknownGateway(id)}
      </Blank>
    </main>
  )
}

import type { PanelGateway } from '#contract/panel/session.ts'
import { Icon, type IconName } from '../ui/icon.tsx'

const icons: Record<PanelGateway['kind'], IconName> = { embedded: 'monitor', test: 'flask', production: 'warning' }

/** The icon of each kind of gateway; its word always stands beside it. */
export function GatewayMark({ kind }: { kind: PanelGateway['kind'] }) {
  return <Icon name={icons[kind]} />
}

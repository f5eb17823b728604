import { gatewayIdOfPath, gatewayPrefix, pathInGateway } from '#contract/panel/gateway-address.ts'
import type { PanelGateway } from '#contract/panel/session.ts'

export type GatewayChoice =
  | { kind: 'chosen'; gateway: PanelGateway }
  /** Several, and the address names none: the same page of the first. */
  | { kind: 'first'; gateway: PanelGateway }
  /** The address names one that is not there. */
  | { kind: 'unknown'; id: string }

/**
 * The gateway that an address means: by its own word, or since there is but one.
 * @param gateways at least one.
 */
export function chooseGateway(gateways: readonly PanelGateway[], path: string): GatewayChoice | null {
  const id = gatewayIdOfPath(path)
  const [first] = gateways
  if (id === undefined) return first ? { kind: gateways.length > 1 ? 'first' : 'chosen', gateway: first } : null
  const gateway = gateways.find((gateway) => gateway.id === id)
  return gateway ? { kind: 'chosen', gateway } : { kind: 'unknown', id }
}

/** Where a change of gateway leads: ids of devices and commands mean nothing there, lists do. */
export function switchHref(gatewayId: string, path: string): string {
  const page = pathInGateway(path)
  const [list] = ['/operations', '/errors'].filter((list) => page === list || page.startsWith(`${list}/`))
  return `${gatewayPrefix(gatewayId)}${list ?? '/'}`
}

import { gatewayIdOfPath, gatewayPrefix } from '#contract/panel/gateway-address.ts'

/*
 * Addresses of the panel's pages. Features link to each other with these and know no router;
 * `app/pages.tsx` reads the same parameters back. Where there are several gateways, every link begins with the one
 * of the present address: none leads to another by being forgotten.
 */

/** @param path of a page, e.g. `/operations`, with whatever follows it. */
export function pageHref(path: string): string {
  const id = typeof location === 'undefined' ? undefined : gatewayIdOfPath(location.pathname)
  return id === undefined ? path : gatewayPrefix(id) + path
}

/** What the control screen opens with; a link pre-fills a value and never sends it. */
export interface ControlTarget {
  assetId?: string | undefined
  productKey?: string | undefined
  deviceKey?: string | undefined
  /** measurepointId */
  point?: string | undefined
  /** Exact JSON or typed text of the value, as it goes into the editor. */
  value?: string | undefined
  /** Seconds (pendingTtl). */
  ttl?: number | undefined
  /** Seconds. */
  timeout?: number | undefined
  /** Names a draft that is kept on this device, to be opened instead of an empty one. */
  kept?: string | undefined
}

/** The search part of an address: empty and absent parameters are left out. */
export function searchText(parameters: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size > 0 ? `?${search}` : ''
}

/** The control screen; the assetId names the device where it is known, else both keys. */
export const controlHref = ({ assetId, productKey, deviceKey, ...rest }: ControlTarget = {}): string =>
  pageHref(`/${searchText({ ...(assetId ? { asset: assetId } : { pk: productKey, dk: deviceKey }), ...rest })}`)

/** One command's page. */
export const operationHref = (id: string): string => pageHref(`/operations/${encodeURIComponent(id)}`)

/** The history, filtered by whatever `operations-page` understands. */
export const historyHref = (filter: Record<string, string | number | undefined> = {}): string =>
  pageHref(`/operations${searchText(filter)}`)

/** What is kept on this device and was not sent. */
export const outboxHref = (): string => pageHref('/outbox')

/** The explanation of one failure, by its name in the failure table; without a name, of all. */
export const errorHref = (name = ''): string => pageHref(name ? `/errors#${encodeURIComponent(name)}` : '/errors')

/** Why the person may, or may not, set a point of a device. */
export const permissionHref = ({ assetId, productKey, deviceKey, point }: ControlTarget): string =>
  pageHref(`/permission${searchText({ ...(assetId ? { asset: assetId } : { pk: productKey, dk: deviceKey }), point })}`)

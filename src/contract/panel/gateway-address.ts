/*
 * Where there are several gateways, the panel's addresses begin with `/at/<gateway's id>`: a link and a second tab
 * mean the same gateway for everybody.
 */

const beginning = /^\/at\/([^/]+)(?=\/|$)/

/** The gateway that a path of the panel names, as it stands there; undefined where it names none. */
export function gatewayIdOfPath(path: string): string | undefined {
  const [, id] = beginning.exec(path) ?? []
  try {
    return id === undefined ? undefined : decodeURIComponent(id)
  } catch {
    // Not percent-encoded: an id that no gateway has.
    return id
  }
}

/** A path without its gateway: `/at/test/operations` → `/operations`; `/` for nothing left. */
export const pathInGateway = (path: string): string => path.replace(beginning, '') || '/'

/** What the addresses of one gateway begin with: `/at/test`. */
export const gatewayPrefix = (gatewayId: string): string => `/at/${encodeURIComponent(gatewayId)}`

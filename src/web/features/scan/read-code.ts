import { gatewayIdOfPath, pathInGateway } from '#contract/panel/gateway-address.ts'
import type { ControlTarget } from '../../ui/links.ts'

/** What a text means that opens no device here. */
export type NoDevice =
  /** A link of this panel to another of its gateways. */
  | { kind: 'otherGateway'; gatewayId: string; target: ControlTarget }
  /** A link of this panel to a gateway that is not there. */
  | { kind: 'unknownGateway'; gatewayId: string }
  /** A link to somewhere else: never opened. */
  | { kind: 'foreign'; host: string }
  /** Nothing that names a device. */
  | { kind: 'notOurs' }

/** What a scanned or typed text means: a device, by its ids or by a link of this panel, which may also pre-fill. */
export type Code = { kind: 'device'; target: ControlTarget } | NoDevice

/** Where the panel is, and which of its gateways this page is about. */
export interface CodePlace {
  /** e.g. `https://setpoint.plant.example` */
  origin: string
  gatewayId: string
  /** All ids; the first is what an address means that names none. */
  gatewayIds: readonly string[]
}

/** Characters; no id of EnOS comes near. */
const longestId = 256
const id = /^[^\s\p{Cc}&/\\]+$/u
const isId = (text: string | undefined): text is string =>
  text !== undefined && text.length <= longestId && id.test(text)

const seconds = (text: string | null): number | undefined => (text && /^\d{1,6}$/.test(text) ? Number(text) : undefined)

/** What a link of the control screen pre-fills; only what is named here is taken from it. */
function targetOf(search: URLSearchParams): ControlTarget | null {
  const of = (name: string) => search.get(name) || undefined
  const [assetId, productKey, deviceKey] = [of('asset'), of('pk'), of('dk')]
  const device = isId(assetId) ? { assetId } : isId(productKey) && isId(deviceKey) ? { productKey, deviceKey } : null
  if (!device) return null
  const [ttl, timeout] = [seconds(search.get('ttl')), seconds(search.get('timeout'))]
  return { ...device, point: of('point'), value: of('value'), ttl, timeout }
}

function readLink(url: URL, { origin, gatewayId, gatewayIds }: CodePlace): Code {
  if (url.origin !== origin) return { kind: 'foreign', host: url.host || url.protocol }
  const named = gatewayIdOfPath(url.pathname) ?? gatewayIds[0] ?? gatewayId
  if (!gatewayIds.includes(named)) return { kind: 'unknownGateway', gatewayId: named }
  const target = pathInGateway(url.pathname) === '/' ? targetOf(url.searchParams) : null
  if (!target) return { kind: 'notOurs' }
  return named === gatewayId ? { kind: 'device', target } : { kind: 'otherGateway', gatewayId: named, target }
}

/**
 * Reads the text of a code: a link of this panel, an assetId, or a product key and a device key with `/` or `&` between.
 * Nothing is looked up, and nothing opened.
 */
export function readCode(text: string, place: CodePlace): Code {
  const code = text.trim()
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(code)) {
    return URL.canParse(code) ? readLink(new URL(code), place) : { kind: 'notOurs' }
  }
  const [productKey, deviceKey, ...more] = code.split(/[&/]/).map((part) => part.trim())
  if (more.length === 0 && isId(productKey) && isId(deviceKey)) {
    return { kind: 'device', target: { productKey, deviceKey } }
  }
  return isId(code) ? { kind: 'device', target: { assetId: code } } : { kind: 'notOurs' }
}

/**
 * The one code that is meant where several are in view: a plate may also bear the maker's own.
 * null where it could be any of them.
 */
export function chooseCode(texts: readonly string[], { origin }: Pick<CodePlace, 'origin'>): string | null {
  const different = [...new Set(texts.map((text) => text.trim()))].filter(Boolean)
  const links = different.filter((text) => text.startsWith(`${origin}/`))
  const [one, ...more] = links.length > 0 ? links : different
  return one !== undefined && more.length === 0 ? one : null
}

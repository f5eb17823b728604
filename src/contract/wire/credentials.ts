import type { DeviceAddress } from './topics.ts'

/** How a device signs in (§5.1): 2 with its own secret, 3 with the product's to be activated. */
export type SecureMode = 2 | 3

/** What stands in an MQTT client id, read by the rules of §5.1. */
export interface ClientId {
  /** The signed name before the first `|`; free text, in Java's form with `{…}` behind the key. */
  clientId: string
  secureMode: SecureMode
  signMethod: string
  timestamp: string
}

/** `{clientId}|securemode=2,signmethod=sha256,timestamp=…|`: blanks trimmed, any order; null where it is none. */
export function readClientId(text: string): ClientId | null {
  const bar = text.indexOf('|')
  if (bar < 1) return null
  const list = text.slice(bar + 1).replace(/\|$/, '')
  const fields = new Map(
    list.split(',').map((field) => {
      const [name = '', ...rest] = field.split('=')
      return [name.trim().toLowerCase(), rest.join('=').trim()]
    }),
  )
  const secureMode = Number(fields.get('securemode'))
  const timestamp = fields.get('timestamp') ?? ''
  if ((secureMode !== 2 && secureMode !== 3) || timestamp === '') return null
  return { clientId: text.slice(0, bar), secureMode, signMethod: fields.get('signmethod') ?? 'sha256', timestamp }
}

export const writeClientId = ({ clientId, secureMode, signMethod, timestamp }: ClientId): string =>
  `${clientId}|securemode=${secureMode},signmethod=${signMethod},timestamp=${timestamp}|`

/** The MQTT user name: `{deviceKey}&{productKey}`; null where it is none. */
export function readUsername(text: string): DeviceAddress | null {
  const and = text.lastIndexOf('&')
  return and > 0 && and < text.length - 1 ? { deviceKey: text.slice(0, and), productKey: text.slice(and + 1) } : null
}

export const writeUsername = ({ deviceKey, productKey }: DeviceAddress): string => `${deviceKey}&${productKey}`

/**
 * The text whose SHA-256 is password or `sign` (§5.1): names sorted and joined with their values, then the secret.
 * `cleanSession` joins only where a gateway signed it (§5.4).
 */
export const deviceSignText = (
  fields: { clientId: string; deviceKey: string; productKey: string; timestamp: string; cleanSession?: string },
  secret: string,
): string =>
  `${fields.cleanSession === undefined ? '' : `cleanSession${fields.cleanSession}`}clientId${fields.clientId}deviceKey${fields.deviceKey}productKey${fields.productKey}timestamp${fields.timestamp}${secret}`

import { deviceSignText, readClientId, readUsername } from '#contract/wire/credentials.ts'
import type { Directory, KnownDevice } from './ports.ts'
import { secretOf } from './secret-of.ts'
import { isSignedBy } from './sign.ts'

/** CONNACK codes (§5.1): 2 a client id we cannot serve, 4 nobody we know, 5 known but not allowed. */
export type RefusalCode = 2 | 4 | 5

export type SignIn =
  /** `activated`: it proved itself with the product's secret and is to be told its own. */
  { device: KnownDevice; activated: boolean; refusal: null } | { refusal: { code: RefusalCode; reason: string } }

const refuse = (code: RefusalCode, reason: string): SignIn => ({ refusal: { code, reason } })

/** Java puts `{…,compress=GZIP}` into the signed client id when its payloads are packed (§5.1). */
const isCompressed = (clientId: string): boolean => {
  const compress = /\{[^}]*\bcompress=([^,}]*)/i.exec(clientId)?.[1]?.trim()
  return compress !== undefined && compress.toUpperCase() !== 'DEFAULT'
}

/**
 * Who connects (§5.1). The timestamp is part of what is signed, but of any age:
 * a device signs once and reconnects with it for days.
 */
export function signIn(
  directory: Directory,
  connect: { clientId: string; username: string; password: string },
  /** Whether a gateway carries the device right now. */
  isBehindGateway: (device: KnownDevice) => boolean,
): SignIn {
  const identity = readClientId(connect.clientId)
  if (!identity) return refuse(2, 'the client id is not {clientId}|securemode=…,signmethod=sha256,timestamp=…|')
  if (isCompressed(identity.clientId)) return refuse(2, 'compressed payloads are not supported')
  const address = readUsername(connect.username)
  if (!address) return refuse(4, 'the user name is not {deviceKey}&{productKey}')
  const device = directory.device(address)
  if (!device) return refuse(4, 'unknown device')

  const { secret, allowed } = secretOf(directory, device, identity.secureMode)
  if (secret === null) return refuse(4, 'the product has no secret')
  const { clientId, timestamp, signMethod } = identity
  const text = deviceSignText({ ...address, clientId, timestamp }, secret)
  if (!isSignedBy(connect.password, signMethod, text)) return refuse(4, 'bad signature')

  if (device.status === 'disabled') return refuse(5, 'the device is disabled')
  if (!allowed) return refuse(5, 'dynamic activation is off, or the device is active already')
  if (isBehindGateway(device)) return refuse(5, 'the device is online through its gateway')
  return { device, activated: identity.secureMode === 3, refusal: null }
}

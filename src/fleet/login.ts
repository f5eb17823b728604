import { createHash } from 'node:crypto'
import { deviceSignText, type SecureMode, writeClientId, writeUsername } from '#contract/wire/credentials.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'

/** The digest of §5.1, in upper case as the Node SDK writes it. */
export const sign = (text: string): string => createHash('sha256').update(text).digest('hex').toUpperCase()

/** Client id, user name and password of a device (§5.1); `timestamp` in ms. */
export function login(device: DeviceAddress, secret: string, secureMode: SecureMode, timestamp: number) {
  const fields = { clientId: device.deviceKey, ...device, timestamp: String(timestamp) }
  return {
    clientId: writeClientId({ ...fields, secureMode, signMethod: 'sha256' }),
    username: writeUsername(device),
    password: sign(deviceSignText(fields, secret)),
  }
}

import { deviceSignText } from '#contract/wire/credentials.ts'
import type { SubDeviceProof } from '#contract/wire/payloads.ts'
import { type ReplyCode, replyCodes } from '#contract/wire/reply-codes.ts'
import type { Directory, KnownDevice } from './ports.ts'
import { secretOf } from './secret-of.ts'
import { isSignedBy } from './sign.ts'

export type Proven = { device: KnownDevice; refusal: null } | { refusal: { code: ReplyCode; reason: string } }

const refuse = (code: ReplyCode, reason: string): Proven => ({ refusal: { code, reason } })

/** Whether a sub-device is what its gateway says (§5.4), by the same signature as a device's own (§5.1). */
export function proveSubDevice(directory: Directory, proof: SubDeviceProof): Proven {
  const { productKey, deviceKey, clientId, timestamp, cleanSession } = proof
  const name = `${productKey}&${deviceKey}`
  const device = directory.device(proof)
  if (!device) return refuse(replyCodes.unknownDevice, `${name}: unknown device`)

  const { secret, allowed } = secretOf(directory, device, proof.secureMode)
  const fields = { productKey, deviceKey, clientId, timestamp }
  // The documents sign cleanSession where it is given, both SDKs never do.
  const forms = cleanSession === undefined ? [fields] : [fields, { ...fields, cleanSession }]
  const matches = forms.some(
    (form) => secret !== null && isSignedBy(proof.sign, proof.signMethod, deviceSignText(form, secret)),
  )
  if (!matches) return refuse(replyCodes.badSignature, `${name}: bad signature`)
  if (device.status === 'disabled') return refuse(replyCodes.deviceDisabled, `${name}: the device is disabled`)
  if (!allowed)
    return refuse(replyCodes.dynamicActivationOff, `${name}: dynamic activation is off, or it is active already`)
  return { device, refusal: null }
}

import type { Device } from '#contract/enos/device.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import { callEnos } from '../../api/call.ts'
import type { ControlTarget } from '../../ui/links.ts'
import { type CodePlace, type NoDevice, readCode } from './read-code.ts'

/** Why a code opened no device. */
export type Unopened =
  /** EnOS knows no such device. */
  | { kind: 'unknown'; name: string }
  /** It is not among the places of this person. */
  | { kind: 'forbidden'; name: string }
  /** It could not be looked up. */
  | { kind: 'failed'; name: string; failure: FailureName }
  | NoDevice

export interface FoundDevice {
  kind: 'device'
  device: Device
  target: ControlTarget
}

const nameOf = ({ assetId, productKey, deviceKey }: ControlTarget): string => assetId ?? `${productKey} / ${deviceKey}`

/** Finds out what a text means; a device is looked up, so that no screen opens for one that is not there. */
export async function lookUp(text: string, orgId: string, place: CodePlace): Promise<FoundDevice | Unopened> {
  const code = readCode(text, place)
  if (code.kind !== 'device') return code
  const { assetId, productKey, deviceKey } = code.target
  const name = nameOf(code.target)
  try {
    const { data: device } = await callEnos('getDevice', { orgId, assetId, productKey, deviceKey })
    return { kind: 'device', device, target: { ...code.target, assetId: device.assetId } }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { failure } = error
    if (failure === 'notFound') return { kind: 'unknown', name }
    if (failure === 'outsidePlaces') return { kind: 'forbidden', name }
    return { kind: 'failed', name, failure }
  }
}

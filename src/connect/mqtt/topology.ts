import * as z from 'zod'
import { addressSchema, subDeviceProofSchema, type UpstreamRequest } from '#contract/wire/payloads.ts'
import { replyCodes } from '#contract/wire/reply-codes.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { type Answer, accepted, refused } from './answer.ts'
import type { Connection } from './connection.ts'
import type { Directory } from './ports.ts'
import { proveSubDevice } from './prove-sub-device.ts'
import type { Sessions } from './sessions.ts'

const proofs = z.array(subDeviceProofSchema)
const addresses = z.array(addressSchema)

/** Which sub-devices hang on a gateway (§5.4). */
export function createTopology(directory: Directory, sessions: Sessions) {
  /** All entries or none. */
  function add(gateway: DeviceAddress, { params }: UpstreamRequest): Answer {
    const failed = (reason: string) => refused(replyCodes.addTopologyFailed, reason)
    if (directory.device(gateway)?.productType !== 'Gateway') return failed('this device is no gateway')
    const { data: entries } = proofs.safeParse(params)
    if (!entries)
      return failed('params must be a list of {productKey, deviceKey, clientId, timestamp, signMethod, sign}')
    const proven = entries.map((entry) => proveSubDevice(directory, entry))
    for (const { refusal } of proven) if (refusal) return failed(`${refusal.code} ${refusal.reason}`)
    for (const entry of entries) directory.link(gateway, entry)
    return accepted()
  }

  const get = (gateway: DeviceAddress): Answer =>
    accepted(directory.subDevices(gateway).map(({ productKey, deviceKey }) => ({ productKey, deviceKey })))

  function remove(gateway: DeviceAddress, { params }: UpstreamRequest, connection: Connection): Answer {
    const { data: entries } = addresses.safeParse(params)
    if (!entries) return refused(replyCodes.badJson, 'params must be a list of {productKey, deviceKey}')
    for (const { productKey, deviceKey } of entries) {
      sessions.leave(connection, { productKey, deviceKey })
      directory.unlink(gateway, { productKey, deviceKey })
    }
    return accepted()
  }

  return { add, get, remove }
}

import {
  addressSchema,
  batchLoginSchema,
  type SubDeviceProof,
  subDeviceProofSchema,
  type UpstreamRequest,
} from '#contract/wire/payloads.ts'
import { type ReplyCode, replyCodes } from '#contract/wire/reply-codes.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { addressKey } from '../registry/organisation.ts'
import { type Answer, accepted, refused } from './answer.ts'
import type { Connection } from './connection.ts'
import type { Directory, KnownDevice } from './ports.ts'
import { type Proven, proveSubDevice } from './prove-sub-device.ts'
import type { Sessions } from './sessions.ts'
import { tellSecret } from './tell-secret.ts'

/** §5.4: online at the same time through one gateway. */
const maxOnline = 200

const identityOf = ({ assetId, productKey, deviceKey }: KnownDevice) => ({ assetId, productKey, deviceKey })

/** Sub-devices signing in and out through their gateway (§5.4). They come online once the gateway has its answer. */
export function createSubDeviceSessions(directory: Directory, sessions: Sessions) {
  const isLinked = (gateway: DeviceAddress, subDevice: DeviceAddress): boolean =>
    directory.subDevices(gateway).some((linked) => addressKey(linked) === addressKey(subDevice))

  /** `online`: the keys of those that the gateway has, with those accepted in the same request. */
  function check(gateway: DeviceAddress, proof: SubDeviceProof, online: ReadonlySet<string>): Proven {
    const proven = proveSubDevice(directory, proof)
    if (proven.refusal) return proven
    const name = `${proof.productKey}&${proof.deviceKey}`
    if (!isLinked(gateway, proof)) {
      return { refusal: { code: replyCodes.notUnderThisGateway, reason: `${name}: not under this gateway` } }
    }
    if (online.size >= maxOnline && !online.has(addressKey(proof))) {
      const reason = `${name}: at most ${maxOnline} sub-devices may be online through one gateway`
      return { refusal: { code: replyCodes.tooManySubDevices, reason } }
    }
    return proven
  }

  function join(connection: Connection, device: KnownDevice, secureMode: number): void {
    if (secureMode === 3) tellSecret(connection, device)
    sessions.join(connection, device)
  }

  function login(gateway: DeviceAddress, { params }: UpstreamRequest, connection: Connection): Answer {
    const { data: proof } = subDeviceProofSchema.safeParse(params)
    if (!proof) return refused(replyCodes.badJson, 'params must be {productKey, deviceKey, clientId, timestamp, sign}')
    const proven = check(gateway, proof, new Set(connection.subDevices.keys()))
    if (proven.refusal) return refused(proven.refusal.code, proven.refusal.reason)
    const { device } = proven
    return { ...accepted(identityOf(device)), afterwards: () => join(connection, device, proof.secureMode) }
  }

  /** Those that are refused do not keep the others out; the code is that of the first refusal. */
  function loginBatch(gateway: DeviceAddress, { params }: UpstreamRequest, connection: Connection): Answer {
    const { data: batch } = batchLoginSchema.safeParse(params)
    if (!batch) {
      const data = { loginedSubDevices: [], failedSubDevices: [] }
      return { ...refused(replyCodes.badJson, 'params must be {clientId, timestamp, subDevices: […]}'), data }
    }
    const { subDevices, ...common } = batch
    const joining: { device: KnownDevice; secureMode: number }[] = []
    const failed: { address: DeviceAddress; code: ReplyCode; reason: string }[] = []
    const online = new Set(connection.subDevices.keys())
    for (const entry of subDevices) {
      const proven = check(gateway, { ...common, ...entry }, online)
      if (proven.refusal) {
        failed.push({ address: entry, ...proven.refusal })
        continue
      }
      online.add(addressKey(entry))
      joining.push({ device: proven.device, secureMode: entry.secureMode })
    }
    const data = {
      loginedSubDevices: joining.map(({ device }) => identityOf(device)),
      failedSubDevices: failed.map(({ address: { productKey, deviceKey } }) => ({ productKey, deviceKey })),
    }
    const [first] = failed
    const answer = first ? refused(first.code, failed.map(({ reason }) => reason).join('; ')) : accepted()
    const afterwards = () => {
      for (const { device, secureMode } of joining) join(connection, device, secureMode)
    }
    return { ...answer, data, afterwards }
  }

  /** The Node SDK forgets a sub-device only where the answer names it (§5.5). */
  function logout(gateway: DeviceAddress, { params }: UpstreamRequest, connection: Connection): Answer {
    const { data: subDevice } = addressSchema.safeParse(params)
    if (!subDevice) return refused(replyCodes.badJson, 'params must be {productKey, deviceKey}')
    if (!isLinked(gateway, subDevice)) {
      return refused(replyCodes.notUnderThisGateway, `${subDevice.deviceKey}: not under this gateway`)
    }
    return { ...accepted(subDevice), afterwards: () => sessions.leave(connection, subDevice) }
  }

  return { login, loginBatch, logout }
}

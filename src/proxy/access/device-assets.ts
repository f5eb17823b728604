import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import type { OpenGateway } from '../enos/gateways.ts'
import { readAnswer } from '../enos/read-answer.ts'
import { remember } from '../enos/remember.ts'

/** ms for which a device is taken to have its asset, or not to exist. */
const lifetime = 60_000
/** Devices that are remembered. */
const mostDevices = 10_000

/** A device by the names it bears on the wire. */
export interface DeviceKeys {
  productKey: string
  deviceKey: string
}

type LookUp = Pick<OpenGateway, 'call' | 'config'>

async function lookUp({ call, config }: LookUp, { productKey, deviceKey }: DeviceKeys): Promise<string | null> {
  const query = { orgId: config.orgId, productKey, deviceKey }
  const { code, msg, data } = readAnswer(await call({ name: 'getDevice', query, body: '' }))
  if (code !== 0 && failureNamed(code, 'command') === 'notFound') return null
  const device = endpoints.getDevice.data.safeParse(data)
  if (code !== 0 || !device.success) throw new Failure('targetUnknown', `${code} ${msg}`)
  return device.data.assetId
}

/** The asset of a device that is named by its keys, by Get Device (§3.2). */
export function createDeviceAssets(gateways: { named(id: string): LookUp }, now: () => number = Date.now) {
  const known = remember<string | null>(lifetime, mostDevices, now)

  return {
    /**
     * @returns null where the gateway knows no such device.
     * @throws Failure targetUnknown where it cannot be asked.
     */
    async assetIdOf(gatewayId: string, keys: DeviceKeys): Promise<string | null> {
      const { productKey, deviceKey } = keys
      try {
        return await known(JSON.stringify([gatewayId, productKey, deviceKey]), async () =>
          lookUp(gateways.named(gatewayId), keys),
        )
      } catch (cause) {
        throw new Failure('targetUnknown', `device ${productKey}/${deviceKey} could not be looked up`, { cause })
      }
    },
  }
}
export type DeviceAssets = ReturnType<typeof createDeviceAssets>

import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import type { OpenGateway } from '../enos/gateways.ts'
import { readAnswer } from '../enos/read-answer.ts'

/** ms for which a device is taken to have its asset: only one registered anew gets another. */
const lifetime = 600_000
/** ms for which a device that is not known is taken to be so. */
const unknownLifetime = 60_000
/** Devices that are remembered. */
const mostDevices = 10_000

/** A device by the names it bears on the wire. */
export interface DeviceKeys {
  productKey: string
  deviceKey: string
}

type LookUp = Pick<OpenGateway, 'call' | 'config'>

/**
 * The asset of a device that is named by its keys, by Get Device (§3.2). One look-up serves many askers;
 * one that failed is not remembered.
 */
export function createDeviceAssets(gateways: { named(id: string): LookUp }, now: () => number = Date.now) {
  const known = new Map<string, { until: number; assetId: Promise<string | null> }>()

  async function lookUp(gatewayId: string, { productKey, deviceKey }: DeviceKeys): Promise<string | null> {
    const { call, config } = gateways.named(gatewayId)
    const query = { orgId: config.orgId, productKey, deviceKey }
    const { code, msg, data } = readAnswer(await call({ name: 'getDevice', query, body: '' }))
    if (code !== 0 && failureNamed(code, 'command') === 'notFound') return null
    const device = endpoints.getDevice.data.safeParse(data)
    if (code !== 0 || !device.success) throw new Failure('targetUnknown', `${code} ${msg}`)
    return device.data.assetId
  }

  return {
    /**
     * @returns null where the gateway knows no such device.
     * @throws Failure targetUnknown where it cannot be asked.
     */
    async assetIdOf(gatewayId: string, keys: DeviceKeys): Promise<string | null> {
      const key = JSON.stringify([gatewayId, keys.productKey, keys.deviceKey])
      const earlier = known.get(key)
      if (earlier && now() < earlier.until) return await earlier.assetId
      const entry = { until: now() + lifetime, assetId: lookUp(gatewayId, keys) }
      known.delete(key)
      known.set(key, entry)
      const [oldest] = known.keys()
      if (known.size > mostDevices && oldest !== undefined) known.delete(oldest)
      try {
        const assetId = await entry.assetId
        if (assetId === null) entry.until = Math.min(entry.until, now() + unknownLifetime)
        return assetId
      } catch (cause) {
        if (known.get(key) === entry) known.delete(key)
        if (cause instanceof Failure && cause.failure === 'targetUnknown') throw cause
        throw new Failure('targetUnknown', `device ${keys.deviceKey} could not be looked up`, { cause })
      }
    },
  }
}
export type DeviceAssets = ReturnType<typeof createDeviceAssets>

import type { DeviceSelector } from '#contract/enos/device.ts'
import { type DataOf, type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { Target, Targets } from '../access/ports.ts'
import type { OpenGateway } from './gateways.ts'
import { readAnswer } from './read-answer.ts'
import { remember } from './remember.ts'

/** ms */
const deviceLifetime = 60_000
const modelLifetime = 600_000
const mostDevices = 5000
const mostModels = 200

type LookUp = Pick<OpenGateway, 'call' | 'config'>

/** @throws Failure targetUnknown, whatever went wrong: nothing was sent yet, and nothing will be. */
async function ask<N extends 'getDevice' | 'getThingModel'>(
  { call }: LookUp,
  name: N & EndpointName,
  query: Record<string, string | undefined>,
  what: string,
): Promise<DataOf<N>> {
  const fail = (words: string, cause?: unknown) =>
    new Failure('targetUnknown', `${what} could not be looked up: ${words}`, { cause })
  try {
    const { code, msg, data } = readAnswer(await call({ name, query, body: '' }))
    if (code !== 0) throw fail(`${code} ${msg}`)
    const read = endpoints[name].data.safeParse(data)
    if (!read.success) throw fail('an answer that is not to be read', read.error)
    return read.data as DataOf<N>
  } catch (error) {
    if (!(error instanceof Failure) || error.failure === 'targetUnknown') throw error
    throw fail(error.message, error)
  }
}

const nameOf = ({ assetId, productKey, deviceKey }: DeviceSelector) =>
  assetId ? `asset ${assetId}` : `device ${productKey}/${deviceKey}`

/** Devices and their points as the policy needs them (§3.2, §3.3), each looked up once a minute, its model every ten. */
export function createTargets(gateways: { named(id: string | undefined): LookUp }, now: () => number): Targets {
  const device = remember<Target>(deviceLifetime, mostDevices, now)
  const model = remember<DataOf<'getThingModel'>>(modelLifetime, mostModels, now)

  return {
    find({ gatewayId: id, assetId, productKey, deviceKey }) {
      const gateway = gateways.named(id)
      const { id: gatewayId, orgId } = gateway.config
      const named = {
        assetId: assetId || undefined,
        productKey: productKey || undefined,
        deviceKey: deviceKey || undefined,
      }
      return device(JSON.stringify([gatewayId, assetId, productKey, deviceKey]), async () => {
        const found = await ask(gateway, 'getDevice', { orgId, ...named }, nameOf(named))
        // A call with two names for two devices would be judged by one and might set the other.
        const other = (['assetId', 'productKey', 'deviceKey'] as const).find(
          (name) => named[name] !== undefined && named[name] !== found[name],
        )
        if (other) throw new Failure('targetUnknown', `${nameOf(named)} has another ${other} than the call says`)
        const { modelId } = found
        return {
          gatewayId,
          assetId: found.assetId,
          productKey: found.productKey,
          deviceKey: found.deviceKey,
          modelId,
        }
      })
    },

    async pointOf({ gatewayId, modelId }, measurepointId) {
      const gateway = gateways.named(gatewayId)
      const { measurepoints } = await model(JSON.stringify([gatewayId, modelId]), () =>
        ask(gateway, 'getThingModel', { orgId: gateway.config.orgId, modelId }, `model ${modelId}`),
      )
      return Object.hasOwn(measurepoints, measurepointId) ? (measurepoints[measurepointId] ?? null) : null
    },
  }
}

import type { ThingModel } from '#contract/enos/thing-model.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { type Retry, usualRetry } from './device-connection.ts'
import { createDeviceValues } from './device-values.ts'
import { type FleetFile, readFleet } from './fleet-file.ts'
import { frameDialect } from './frame-dialect.ts'
import { jsonDialect } from './json-dialect.ts'
import { createSimulatedDevice, type Link } from './simulated-device.ts'
import { type ConnectedDevice, type FleetDevice, startDevice } from './start-device.ts'
import { createTimers } from './timers.ts'

interface Options {
  /** The fleet file as `parseExact` reads it: the digits of its values are those the devices report. */
  fleet: unknown
  /** E.g. `mqtt://127.0.0.1:11883`. Devices go on trying while nobody listens there. */
  mqttUrl: string
  log?: ((line: string) => void) | undefined
  /** After how many ms a device tries again. */
  retry?: Retry
}

export interface Fleet {
  /** How many devices are simulated, with those behind gateways and those that never connect. */
  size: number
  /** Disconnects all and forgets them. */
  stop(): Promise<void>
}

/** Seconds between the starts of two devices, so that they neither connect nor report all at once. */
const stagger = 0.04

const keyOf = ({ productKey, deviceKey }: DeviceAddress): string => `${productKey}/${deviceKey}`

const emptyModel: ThingModel = {
  modelId: '',
  modelIdPath: '',
  orgId: '',
  name: { defaultValue: '', i18nValue: {} },
  desc: '',
  measurepoints: {},
}

/** The devices that connect by themselves, each with those it brings along as a gateway. */
function connectedDevices({ devices, products }: FleetFile): ConnectedDevice[] {
  const simulated = new Map(
    devices.flatMap(({ simulate, ...device }) => (simulate ? [[keyOf(device), { ...device, simulate }] as const] : [])),
  )
  const connects = ({ disabled, simulate }: FleetDevice): boolean =>
    !disabled && !simulate.stayInactive && simulate.schedule?.online !== 0
  const behindGateways = new Set([...simulated.values()].flatMap((device) => device.simulate.subDevices.map(keyOf)))
  const secrets = new Map(products.map(({ productKey, productSecret }) => [productKey, productSecret ?? null]))
  return [...simulated.values()]
    .filter((device) => !behindGateways.has(keyOf(device)) && connects(device))
    .map((device) => ({
      ...device,
      productSecret: secrets.get(device.productKey) ?? null,
      subDevices: device.simulate.subDevices.flatMap((one) => simulated.get(keyOf(one)) ?? []).filter(connects),
    }))
}

/**
 * Runs every device of a fleet file that has a `simulate` section, as ordinary EnOS devices over MQTT (§5).
 * @throws Error with the path of each mistake in the file.
 */
export async function startFleet({ fleet, mqttUrl, log = () => {}, retry = usualRetry }: Options): Promise<Fleet> {
  const file = readFleet(fleet)
  const models = new Map(file.thingModels.map((model) => [model.modelId, model]))
  const modelOf = new Map(file.products.map(({ productKey, modelId }) => [productKey, models.get(modelId)]))
  const speaksBytes = new Set(
    file.products.filter(({ dataFormat }) => dataFormat === 'Custom').map(({ productKey }) => productKey),
  )
  const timers = createTimers()
  const stops: (() => Promise<void>)[] = []

  const behaviourOf = ({ simulate, ...device }: FleetDevice, link: Link) => {
    const values = createDeviceValues(simulate, modelOf.get(device.productKey) ?? emptyModel, Math.random)
    const dialectOf = speaksBytes.has(device.productKey) ? frameDialect(simulate.registers) : jsonDialect
    return createSimulatedDevice({ simulate, values, dialect: dialectOf(device), link, timers })
  }

  connectedDevices(file).forEach((device, place) => {
    const start = () => startDevice({ device, url: mqttUrl, retry, behaviourOf, timers, log })
    timers.after(place * stagger, () => stops.push(start()))
  })

  return {
    size: file.devices.filter(({ simulate }) => simulate).length,
    async stop() {
      timers.stop()
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

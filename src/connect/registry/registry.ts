import type { DeviceSelector } from '#contract/enos/device.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { TargetDevice, Targets } from '../commands/ports.ts'
import type { Directory } from '../mqtt/ports.ts'
import { createDeviceLives } from './device-lives.ts'
import { createGatewayLinks } from './gateway-links.ts'
import { type Application, addressKey, type Device, type Organisation } from './organisation.ts'
import type { RegistryStore } from './ports.ts'
import type { ValueHistory } from './value-history.ts'

/**
 * Who there is: the organisations' definitions, and what their devices live through.
 * Small enough for memory; `failed` hears of what could not be written behind.
 */
export function createRegistry(options: {
  organisations: Organisation[]
  store: RegistryStore
  /** ms since the epoch. */
  now: () => number
  failed: (error: unknown) => void
  history: Pick<ValueHistory, 'keep'>
}) {
  const { store, now, failed, history } = options
  const organisations = new Map(options.organisations.map((organisation) => [organisation.orgId, organisation]))
  const everyDevice = options.organisations.flatMap(({ devices }) => [...devices.values()])
  const devices = new Map(everyDevice.map((device) => [addressKey(device), device]))
  const lives = createDeviceLives(everyDevice, store, now, failed)
  const links = createGatewayLinks(store, failed)

  const device = (address: DeviceAddress): Device | undefined => devices.get(addressKey(address))

  function application(accessKey: string): Application | undefined {
    for (const { applications } of organisations.values()) {
      const found = applications.get(accessKey)
      if (found) return found
    }
    return undefined
  }

  /**
   * The device that a caller means by assetId, by both keys, or by all three (§1.1).
   * @throws Failure notFound where there is none, invalidArgument where they name different ones.
   */
  function select(organisation: Organisation, { assetId, productKey, deviceKey }: DeviceSelector): Device {
    const byAsset = assetId ? organisation.assets.get(assetId)?.device : undefined
    if (assetId && !byAsset) throw new Failure('notFound', `device with assetId ${assetId}`)
    if (!productKey || !deviceKey) {
      if (!byAsset) throw new Failure('invalidArgument', 'assetId: assetId is missing')
      return byAsset
    }
    const byKeys = organisation.devices.get(addressKey({ productKey, deviceKey }))
    if (!byKeys) throw new Failure('notFound', `device with productKey ${productKey} and deviceKey ${deviceKey}`)
    if (byAsset && byAsset !== byKeys) {
      throw new Failure('invalidArgument', 'assetId: assetId and productKey with deviceKey name different devices')
    }
    return byKeys
  }

  /** For the broker. */
  const directory: Directory = {
    device(address) {
      const found = device(address)
      if (!found) return undefined
      const { productKey, deviceKey, assetId, deviceSecret, product } = found
      const { productType, dataFormat } = product
      return { productKey, deviceKey, assetId, deviceSecret, productType, dataFormat, status: lives.status(found) }
    },
    product(productKey) {
      for (const { products } of organisations.values()) {
        const found = products.get(productKey)
        if (found) return found
      }
      return undefined
    },
    model: (address) => device(address)?.product.model.used,
    cameOnline: lives.cameOnline,
    wentOffline: lives.wentOffline,
    report(address, values) {
      lives.report(address, values)
      const points = device(address)?.product.model.used.measurepoints ?? {}
      history.keep(
        address,
        values.filter(({ id }) => points[id]?.isWritable),
      )
    },
    ...links,
  }

  const targetOf = (found: Device): TargetDevice => {
    const { orgId, assetId, productKey, deviceKey } = found
    return { orgId, assetId, productKey, deviceKey, status: lives.status(found) }
  }
  /** For the commands. */
  const targets: Targets = {
    find(address) {
      const found = device(address)
      return found && targetOf(found)
    },
  }

  return {
    organisation: (orgId: string): Organisation | undefined => organisations.get(orgId),
    application,
    select,
    lives,
    directory,
    targets,
    targetOf,
  }
}
export type Registry = ReturnType<typeof createRegistry>

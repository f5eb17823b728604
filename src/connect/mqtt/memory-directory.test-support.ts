import type { ThingModel } from '#contract/enos/thing-model.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { addressKey } from '../registry/organisation.ts'
import type { Directory, KnownDevice, KnownProduct, ReportedValue } from './ports.ts'

export interface MemoryDirectory extends Directory {
  /** What the broker told, in order: `cameOnline dk`, `wentOffline dk`. */
  reports: { device: DeviceAddress; values: ReportedValue[] }[]
  status(device: DeviceAddress): KnownDevice['status'] | undefined
}

/** A registry that lives as long as the test. `told` hears of who comes and goes. */
export function createMemoryDirectory(
  products: KnownProduct[],
  devices: KnownDevice[],
  model: ThingModel,
  told: (what: string, device: DeviceAddress) => void,
): MemoryDirectory {
  const known = new Map(devices.map((device) => [addressKey(device), { ...device }]))
  const links = new Map<string, { gateway: string; subDevice: DeviceAddress }>()
  const change = (what: 'cameOnline' | 'wentOffline') => (address: DeviceAddress) => {
    const device = known.get(addressKey(address))
    if (device) device.status = what === 'cameOnline' ? 'online' : 'offline'
    told(what, address)
  }
  const reports: MemoryDirectory['reports'] = []
  return {
    device: (address) => known.get(addressKey(address)),
    product: (productKey) => products.find((product) => product.productKey === productKey),
    model: (address) => (known.has(addressKey(address)) ? model : undefined),
    cameOnline: change('cameOnline'),
    wentOffline: change('wentOffline'),
    report: (device, values) => reports.push({ device, values }),
    subDevices: (gateway) =>
      [...links.values()].filter((link) => link.gateway === addressKey(gateway)).map(({ subDevice }) => subDevice),
    link: (gateway, { productKey, deviceKey }) => {
      const subDevice = { productKey, deviceKey }
      links.set(addressKey(subDevice), { gateway: addressKey(gateway), subDevice })
    },
    unlink: (_, subDevice) => {
      links.delete(addressKey(subDevice))
    },
    reports,
    status: (address) => known.get(addressKey(address))?.status,
  }
}

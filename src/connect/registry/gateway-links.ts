import type { DeviceAddress } from '#contract/wire/topics.ts'
import { addressKey } from './organisation.ts'
import type { GatewayLink, RegistryStore } from './ports.ts'

/** Which sub-devices hang on which gateway (§5.4). A sub-device has one gateway: a new link replaces the old. */
export function createGatewayLinks(store: RegistryStore, failed: (error: unknown) => void) {
  const bySubDevice = new Map<string, GatewayLink>(store.load().links.map((link) => [addressKey(link.subDevice), link]))

  const linked = (gateway: DeviceAddress, subDevice: DeviceAddress): boolean => {
    const link = bySubDevice.get(addressKey(subDevice))
    return link !== undefined && addressKey(link.gateway) === addressKey(gateway)
  }
  const plain = ({ productKey, deviceKey }: DeviceAddress): DeviceAddress => ({ productKey, deviceKey })

  return {
    subDevices: (gateway: DeviceAddress): DeviceAddress[] =>
      [...bySubDevice.values()].map(({ subDevice }) => subDevice).filter((subDevice) => linked(gateway, subDevice)),

    link(gateway: DeviceAddress, subDevice: DeviceAddress): void {
      if (linked(gateway, subDevice)) return
      const link = { gateway: plain(gateway), subDevice: plain(subDevice) }
      bySubDevice.set(addressKey(subDevice), link)
      store.link(link).catch(failed)
    },

    unlink(gateway: DeviceAddress, subDevice: DeviceAddress): void {
      if (!linked(gateway, subDevice)) return
      bySubDevice.delete(addressKey(subDevice))
      store.unlink({ gateway: plain(gateway), subDevice: plain(subDevice) }).catch(failed)
    },
  }
}

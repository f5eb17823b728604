import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { gatewayPrefix } from '#contract/panel/gateway-address.ts'

/** What is printed for one device. */
export interface Label {
  /** Its name, and its Chinese one where that is another. */
  names: string[]
  productKey: string
  deviceKey: string
  assetId: string
  /** What the QR code holds: the panel's own address of the device, which any camera can open. */
  address: string
  /** Below the ids: the panel's host, and the gateway where there are several. */
  place: string
}

/** Where the panel is, and which of its gateways is meant. */
export interface LabelPlace {
  /** Origin, e.g. `https://setpoint.plant.example`. */
  url: string
  /** null where there is but one, which addresses do not name. */
  gateway: { id: string; name: string } | null
}

export function labelOf(device: Device, { url, gateway }: LabelPlace): Label {
  const { deviceName, productKey, deviceKey, assetId } = device
  const names = ['en_US', 'zh_CN'].map((locale) => localText(deviceName, locale).trim())
  const prefix = gateway ? gatewayPrefix(gateway.id) : ''
  const { host } = new URL(url)
  return {
    names: [...new Set(names)].filter(Boolean),
    productKey,
    deviceKey,
    assetId,
    address: `${url}${prefix}/?${new URLSearchParams({ asset: assetId })}`,
    place: gateway ? `${host} · ${gateway.name}` : host,
  }
}

import type { Device, DeviceSelector } from '#contract/enos/device.ts'
import type { ControlSearch } from './control-search.ts'

/** How the address names the device; null for none. */
export function selectorOf({ asset, pk, dk }: ControlSearch): DeviceSelector | null {
  if (asset) return { assetId: asset }
  return pk && dk ? { productKey: pk, deviceKey: dk } : null
}

export const isNamedBy = (device: Device, { assetId, productKey, deviceKey }: DeviceSelector): boolean =>
  assetId ? device.assetId === assetId : device.productKey === productKey && device.deviceKey === deviceKey

/**
 * A device of which only its ids are known. Nothing may be held back because of its state, which nobody knows:
 * it counts as online, and the gateway decides.
 */
export const deviceOfIds = ({ assetId = '', productKey = '', deviceKey = '' }: DeviceSelector): Device => ({
  orgId: '',
  assetId,
  modelId: '',
  modelIdPath: '',
  productKey,
  productName: { defaultValue: '', i18nValue: {} },
  productType: '',
  dataFormat: '',
  deviceKey,
  deviceName: { defaultValue: '', i18nValue: {} },
  deviceDesc: '',
  timezone: '',
  status: 'online',
  createTime: 0,
  activeTime: 0,
  lastOnlineTime: 0,
  lastOfflineTime: 0,
  measurepointLastUpdate: 0,
})

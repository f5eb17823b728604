import type { Device } from '../../registry/organisation.ts'
import type { Registry } from '../../registry/registry.ts'

/** A device as Get and Search Device write it (§3.2). Its secret stays here: no caller needs it. */
export function writtenDevice(device: Device, { lives }: Registry): Record<string, unknown> {
  const { product } = device
  const times = lives.times(device)
  const reported = [...lives.values(device).values()].map(({ time }) => time)
  const lastUpdate = reported.length > 0 ? Math.max(...reported) : null
  return {
    orgId: device.orgId,
    assetId: device.assetId,
    modelId: product.model.modelId,
    modelIdPath: product.model.path,
    productKey: product.productKey,
    productName: product.name,
    productType: product.productType,
    dataFormat: product.dataFormat,
    deviceKey: device.deviceKey,
    deviceName: device.name,
    deviceDesc: null,
    timezone: device.timezone,
    deviceAttributes: {},
    deviceTags: device.tags,
    createTime: times?.createTime ?? 0,
    status: lives.status(device),
    activeTime: times?.activeTime ?? 0,
    lastOnlineTime: times?.lastOnlineTime ?? 0,
    lastOfflineTime: times?.lastOfflineTime ?? 0,
    measurepointLastUpdate: lastUpdate,
    eventLastUpdate: null,
    attributeLastUpdate: null,
    featureLastUpdate: lastUpdate,
  }
}

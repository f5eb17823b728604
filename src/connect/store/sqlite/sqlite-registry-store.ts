import * as z from 'zod/mini'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { Database } from '#database/open-database.ts'
import type { DeviceTimes, GatewayLink, RegistryStore, StoredValue } from '../../registry/ports.ts'

const timesRow = z.object({
  productKey: z.string(),
  deviceKey: z.string(),
  createTime: z.int(),
  activeTime: z.int(),
  lastOnlineTime: z.int(),
  lastOfflineTime: z.int(),
})
const valueRow = z.object({
  productKey: z.string(),
  deviceKey: z.string(),
  id: z.string(),
  time: z.int(),
  value: z.string(),
  quality: z.string(),
})
const linkRow = z.object({
  productKey: z.string(),
  deviceKey: z.string(),
  gatewayProductKey: z.string(),
  gatewayDeviceKey: z.string(),
})

const keys = 'product_key AS productKey, device_key AS deviceKey'

/** What the registry keeps, in a database opened with `migrations`. */
export function createSqliteRegistryStore({ sqlite, write }: Database): RegistryStore {
  const allTimes = sqlite.prepare(`SELECT ${keys}, create_time AS createTime, active_time AS activeTime,
    last_online_time AS lastOnlineTime, last_offline_time AS lastOfflineTime FROM device_times`)
  const allValues = sqlite.prepare(`SELECT ${keys}, id, time, value, quality FROM latest_value`)
  const allLinks = sqlite.prepare(`SELECT ${keys}, gateway_product_key AS gatewayProductKey,
    gateway_device_key AS gatewayDeviceKey FROM gateway_link`)
  const saveTimes = sqlite.prepare(`INSERT OR REPLACE INTO device_times
    VALUES (:productKey, :deviceKey, :createTime, :activeTime, :lastOnlineTime, :lastOfflineTime)`)
  const saveValue = sqlite.prepare(
    'INSERT OR REPLACE INTO latest_value VALUES (:productKey, :deviceKey, :id, :time, :value, :quality)',
  )
  const saveLink = sqlite.prepare('INSERT OR REPLACE INTO gateway_link VALUES (?, ?, ?, ?)')
  const removeLink = sqlite.prepare(`DELETE FROM gateway_link
    WHERE product_key = ? AND device_key = ? AND gateway_product_key = ? AND gateway_device_key = ?`)

  const readValue = (row: unknown): StoredValue => {
    const { value, quality, ...rest } = valueRow.parse(row)
    return { ...rest, value: parseExact(value), quality: parseExact(quality) }
  }
  const readLink = (row: unknown): GatewayLink => {
    const { productKey, deviceKey, gatewayProductKey, gatewayDeviceKey } = linkRow.parse(row)
    return {
      gateway: { productKey: gatewayProductKey, deviceKey: gatewayDeviceKey },
      subDevice: { productKey, deviceKey },
    }
  }
  const linkColumns = ({ gateway, subDevice }: GatewayLink): string[] => [
    subDevice.productKey,
    subDevice.deviceKey,
    gateway.productKey,
    gateway.deviceKey,
  ]

  return {
    load: () => ({
      times: allTimes.all().map((row): DeviceTimes => timesRow.parse(row)),
      values: allValues.all().map(readValue),
      links: allLinks.all().map(readLink),
    }),
    saveTimes: (times) =>
      write(() => {
        for (const one of times) saveTimes.run(one)
      }),
    saveValues: (values) =>
      write(() => {
        for (const { value, quality, ...rest } of values) {
          saveValue.run({ ...rest, value: stringifyExact(value), quality: stringifyExact(quality) })
        }
      }),
    link: (link) =>
      write(() => {
        saveLink.run(...linkColumns(link))
      }),
    unlink: (link) =>
      write(() => {
        removeLink.run(...linkColumns(link))
      }),
  }
}

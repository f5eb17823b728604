import type { DeviceStatus } from '#contract/enos/device.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { addressKey, type Device } from './organisation.ts'
import type { Past } from './past.ts'
import type { DeviceTimes, RegistryStore, StoredValue } from './ports.ts'

/** What is known of a device beyond the fleet file, held in memory and written behind. */
interface Life {
  times: DeviceTimes
  online: boolean
  values: Map<string, StoredValue>
}

/** A device that the file says was activated has been online since, and is not any more. */
const bornWith = (past: Past, known: DeviceAddress & { createTime: number }): DeviceTimes => ({
  ...known,
  createTime: past.activeTime > 0 ? Math.min(known.createTime, past.activeTime) : known.createTime,
  activeTime: past.activeTime,
  lastOnlineTime: past.activeTime,
  lastOfflineTime: past.lastTime,
})

/**
 * The status life cycle (§3.2) and the latest values (§3.4) of every device.
 * created → inactive → (first login) online ⇄ offline; disabled whenever the fleet file says so.
 * After a start nobody is online until it connects.
 */
export function createDeviceLives(
  devices: readonly Device[],
  store: RegistryStore,
  now: () => number,
  failed: (error: unknown) => void,
) {
  const kept = store.load()
  const startTime = now()
  const lives = new Map<string, Life>(
    kept.times.map((times) => [addressKey(times), { times, online: false, values: new Map() }]),
  )
  for (const value of kept.values) lives.get(addressKey(value))?.values.set(value.id, value)

  /** By the fleet's own record of a device: a search reads the life of every one, and joining keys takes longest there. */
  const byDevice = new Map<DeviceAddress, Life>()
  const deviceOf = new Map<Life, Device>()
  const online = new Set<Device>()
  const life = (device: DeviceAddress): Life | undefined => byDevice.get(device) ?? lives.get(addressKey(device))

  const written: DeviceTimes[] = []
  for (const device of devices) {
    const { productKey, deviceKey, past } = device
    const known = life(device)
    if (!known || (known.times.activeTime === 0 && past.activeTime > 0)) {
      const times = bornWith(past, { productKey, deviceKey, createTime: known?.times.createTime ?? startTime })
      lives.set(addressKey(times), { times, online: false, values: known?.values ?? new Map() })
      written.push(times)
    } else if (known.times.lastOnlineTime > known.times.lastOfflineTime) {
      // Its connection ended with the program, which had no time left to note when.
      known.times.lastOfflineTime = startTime
      written.push(known.times)
    }
    const own = lives.get(addressKey(device))
    if (own) {
      byDevice.set(device, own)
      deviceOf.set(own, device)
    }
  }
  if (written.length > 0) store.saveTimes(written).catch(failed)
  for (const device of devices) report(device, device.past.values)

  function report(device: DeviceAddress, reported: Omit<StoredValue, keyof DeviceAddress>[]): void {
    const found = life(device)
    if (!found) return
    const { productKey, deviceKey } = found.times
    const newer = reported
      .filter(({ id, time }) => time >= (found.values.get(id)?.time ?? 0))
      .map((value) => ({ ...value, productKey, deviceKey }))
    for (const value of newer) found.values.set(value.id, value)
    if (newer.length > 0) store.saveValues(newer).catch(failed)
  }

  function mark(device: DeviceAddress, change: (life: Life, time: number) => void): void {
    const found = life(device)
    if (!found) return
    change(found, now())
    store.saveTimes([{ ...found.times }]).catch(failed)
  }

  return {
    times: (device: DeviceAddress): DeviceTimes | undefined => life(device)?.times,

    status(device: Device): DeviceStatus {
      const found = life(device)
      if (device.disabled) return 'disabled'
      if (found?.online) return 'online'
      return found && found.times.activeTime > 0 ? 'offline' : 'inactive'
    },

    /** Those whose status is online, of all organisations. */
    online: (): readonly Device[] => [...online],

    cameOnline: (device: DeviceAddress): void =>
      mark(device, (found, time) => {
        found.online = true
        const known = deviceOf.get(found)
        if (known && !known.disabled) online.add(known)
        found.times.activeTime ||= time
        found.times.lastOnlineTime = time
      }),

    wentOffline: (device: DeviceAddress): void =>
      mark(device, (found, time) => {
        found.online = false
        const known = deviceOf.get(found)
        if (known) online.delete(known)
        found.times.lastOfflineTime = time
      }),

    /** By point id; in the order in which the points were first reported. */
    values: (device: DeviceAddress): ReadonlyMap<string, StoredValue> => life(device)?.values ?? new Map(),

    report,
  }
}

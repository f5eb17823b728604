import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { DeviceEvents } from '../commands/ports.ts'
import { addressKey } from '../registry/organisation.ts'
import type { Connection } from './connection.ts'
import type { Directory } from './ports.ts'

/**
 * Which connection carries which device, keyed by the device: its MQTT client id is another one in every process (§5.1).
 * The registry hears of every change before the commands do.
 */
export function createSessions(directory: Directory, events: DeviceEvents) {
  const carriers = new Map<string, Connection>()
  const isOwn = (connection: Connection, device: DeviceAddress) => addressKey(connection.device) === addressKey(device)

  function comeOnline(device: DeviceAddress, connection: Connection): void {
    carriers.set(addressKey(device), connection)
    directory.cameOnline(device)
    events.online(device)
  }

  function goOffline(device: DeviceAddress): void {
    carriers.delete(addressKey(device))
    directory.wentOffline(device)
    events.offline(device)
  }

  /** A device that comes by another way leaves the old one without having been offline (§5.1). */
  function release(device: DeviceAddress, next: Connection): void {
    const older = carriers.get(addressKey(device))
    if (!older || older === next) return
    carriers.delete(addressKey(device))
    if (!isOwn(older, device)) {
      older.subDevices.delete(addressKey(device))
      return
    }
    dropSubDevices(older)
    older.drop()
  }

  function dropSubDevices(gateway: Connection): void {
    const subDevices = [...gateway.subDevices.values()]
    gateway.subDevices.clear()
    for (const subDevice of subDevices) goOffline(subDevice)
  }

  return {
    carrierOf: (device: DeviceAddress): Connection | undefined => carriers.get(addressKey(device)),

    isBehindGateway(device: DeviceAddress): boolean {
      const carrier = carriers.get(addressKey(device))
      return carrier !== undefined && !isOwn(carrier, device)
    },

    /** A connection speaks for its device and for the sub-devices signed in through it. */
    speaksFor: (connection: Connection, device: DeviceAddress): boolean =>
      isOwn(connection, device) || connection.subDevices.has(addressKey(device)),

    open(connection: Connection): void {
      release(connection.device, connection)
      comeOnline(connection.device, connection)
    },

    /** The connection is gone; with a gateway go all its sub-devices (§5.4). */
    close(connection: Connection): void {
      dropSubDevices(connection)
      if (carriers.get(addressKey(connection.device)) === connection) goOffline(connection.device)
    },

    /** A sub-device signs in through its gateway (§5.4). */
    join(gateway: Connection, subDevice: DeviceAddress): void {
      const { productKey, deviceKey } = subDevice
      if (gateway.subDevices.has(addressKey(subDevice))) return
      release(subDevice, gateway)
      gateway.subDevices.set(addressKey(subDevice), { productKey, deviceKey })
      comeOnline({ productKey, deviceKey }, gateway)
    },

    leave(gateway: Connection, subDevice: DeviceAddress): void {
      if (gateway.subDevices.delete(addressKey(subDevice))) goOffline(subDevice)
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>

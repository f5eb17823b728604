import { createDeviceConnection } from '../../../src/fleet/device-connection.ts'
import { createGateway } from '../../../src/fleet/gateway.ts'
import { login } from '../../../src/fleet/login.ts'
import type { SoakDevice } from '../soak-fleet.ts'
import { type DeviceLog, deviceName } from './device-log.ts'
import type { Line, SoakDeviceMind } from './soak-device.ts'

/** ms; a device comes back quickly, so that much happens in little time. */
const retry = { lost: 400, refused: 1500 }

/** One connection of a device, with those it brings along as a gateway; a device may have two at once. */
export function openSoakConnection(
  url: string,
  place: string,
  { device, mind }: { device: SoakDevice; mind: SoakDeviceMind },
  subDevices: { device: SoakDevice; mind: SoakDeviceMind }[],
  log: DeviceLog,
) {
  const name = deviceName(device)
  const credentials = login(device, device.deviceSecret, 2, Date.now())
  let [up, opened] = [false, 0]
  const line: Line = {
    get name() {
      return `${place}.${opened}`
    },
    isUp: () => up,
    publish: (message) => connection.publish(message),
    drop: () => connection.drop(),
  }
  const connection = createDeviceConnection(url, credentials, retry, {
    online() {
      up = true
      opened += 1
      log({ kind: 'open', device: name, connection: line.name })
      gateway?.signIn().catch(() => {})
    },
    offline() {
      if (up) log({ kind: 'close', device: name, connection: line.name })
      up = false
    },
    message(topic, payload) {
      if (gateway?.receive(topic, payload)) return
      for (const each of [mind, ...subDevices.map((one) => one.mind)]) if (each.receive(line, topic, payload)) return
    },
    refused: () => credentials,
  })
  const gateway = createGateway(
    device,
    subDevices.map((one) => one.device),
    connection,
    { signedIn() {}, refused() {} },
  )
  connection.open()
  return { drop: connection.drop, open: connection.open, close: connection.close }
}

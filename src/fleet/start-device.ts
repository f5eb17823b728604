import type { DeviceAddress } from '#contract/wire/topics.ts'
import { readActivation } from './activation.ts'
import { createDeviceConnection, type Retry } from './device-connection.ts'
import { createGateway } from './gateway.ts'
import { login } from './login.ts'
import type { Simulate } from './simulate.ts'
import type { Link, SimulatedDevice } from './simulated-device.ts'
import type { Timers } from './timers.ts'

/** A device of the fleet file that is to be simulated. */
export interface FleetDevice extends DeviceAddress {
  deviceSecret: string
  /** EnOS would refuse it. */
  disabled: boolean
  simulate: Simulate
}

/** One that connects by itself, and whom it brings along. */
export interface ConnectedDevice extends FleetDevice {
  /** For dynamic activation only. */
  productSecret: string | null
  subDevices: FleetDevice[]
}

interface Parts {
  device: ConnectedDevice
  url: string
  retry: Retry
  behaviourOf(device: FleetDevice, link: Link): SimulatedDevice
  timers: Timers
  log(line: string): void
}

/** Seconds between reports of everything, so that a value that never moves does not look forgotten. */
const reportAllEvery = 60

/** Connects a device and keeps it as its schedule says. Returns how to stop it, once `timers` are stopped. */
export function startDevice({ device, url, retry, behaviourOf, timers, log }: Parts): () => Promise<void> {
  const { simulate, subDevices, productSecret } = device
  const timestamp = Date.now()
  const ownLogin = (secret: string) => login(device, secret, 2, timestamp)
  const say = (about: DeviceAddress, line: string) => log(`${about.productKey}/${about.deviceKey}: ${line}`)
  const present = new Set<SimulatedDevice>()
  let [refused, leaving] = [false, false]

  const connection = createDeviceConnection(
    url,
    simulate.activate && productSecret ? login(device, productSecret, 3, timestamp) : ownLogin(device.deviceSecret),
    retry,
    {
      online() {
        refused = false
        arrive(behaviour)
        gateway?.signIn().catch((error) => say(device, String(error)))
        leaveOnTime()
      },
      offline: () => present.clear(),
      message(topic, payload) {
        const activation = readActivation(device, topic, payload)
        if (activation) {
          connection.signInWith(ownLogin(activation.deviceSecret))
          return connection.publish(activation.confirmation)
        }
        if (gateway?.receive(topic, payload)) return
        for (const each of present) if (each.receive(topic, payload)) return
      },
      refused(code) {
        if (!refused) say(device, `refused with CONNACK ${code}`)
        refused = true
        // Where dynamic activation is refused it was activated before, and would have kept its own secret.
        return ownLogin(device.deviceSecret)
      },
    },
  )

  const withReports = (each: FleetDevice): SimulatedDevice => {
    const reporting = behaviourOf(each, connection)
    timers.every(each.simulate.reportEvery, () => present.has(reporting) && reporting.reportMoved())
    timers.every(reportAllEvery, () => present.has(reporting) && reporting.reportAll())
    return reporting
  }

  const arrive = (arriving: SimulatedDevice): void => {
    present.add(arriving)
    arriving.reportAll()
  }

  const behaviour = withReports(device)
  const behaviours = new Map(subDevices.map((subDevice) => [subDevice.deviceKey, withReports(subDevice)]))
  const gateway = createGateway(device, subDevices, connection, {
    signedIn(subDevice) {
      const arriving = behaviours.get(subDevice.deviceKey)
      if (arriving) arrive(arriving)
    },
    refused: (subDevice, code) => say(subDevice ?? device, `refused with code ${code ?? 'none'} behind the gateway`),
  })

  const leaveOnTime = (): void => {
    const { schedule } = simulate
    if (!schedule || leaving) return
    leaving = true
    timers.after(schedule.online, () => {
      leaving = false
      connection.close().catch((error) => say(device, String(error)))
      if (schedule.offline !== undefined) timers.after(schedule.offline, connection.open)
    })
  }

  connection.open()
  return connection.close
}

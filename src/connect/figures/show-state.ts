import { Gauge, type Registry } from 'prom-client'
import { type DeviceQueue, inFlight } from '../commands/live.ts'

interface State {
  queues: ReadonlyMap<string, DeviceQueue>
  devices: { online(): number; known: number }
  /** ms since the epoch. */
  now(): number
}

/** What there is at the moment: looked at when somebody asks, so that commands pay nothing for it. */
export function showState(registry: Registry, { queues, devices, now }: State): void {
  const registers = [registry]
  const shown = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  }
  const count = (of: (queue: DeviceQueue) => number): number => {
    let sum = 0
    for (const queue of queues.values()) sum += of(queue)
    return sum
  }

  shown('setpoint_commands_waiting', 'Commands in the queues of all devices, not sent yet.', () =>
    count(({ waiting }) => waiting.length),
  )
  shown('setpoint_commands_in_flight', 'Commands that were sent and are not answered yet.', () =>
    count((queue) => (inFlight(queue) ? 1 : 0)),
  )
  shown('setpoint_devices_with_queue', 'Devices for which commands wait.', () =>
    count(({ waiting }) => (waiting.length > 0 ? 1 : 0)),
  )
  shown('setpoint_longest_queue', 'Commands that wait for the one device with the most; the limit is 50.', () => {
    let longest = 0
    for (const { waiting } of queues.values()) longest = Math.max(longest, waiting.length)
    return longest
  })
  shown('setpoint_oldest_waiting_seconds', 'For how long the oldest command has waited; 0 where none waits.', () => {
    const time = now()
    let oldest = time
    for (const { waiting } of queues.values()) oldest = Math.min(oldest, waiting[0]?.command.createTime ?? time)
    return (time - oldest) / 1000
  })
  shown('setpoint_devices_online', 'Devices that are connected, sub-devices too.', devices.online)
  shown('setpoint_devices_known', 'Devices of the fleet file.', () => devices.known)
}

import { openSync, writeSync } from 'node:fs'
import type { DeviceAddress } from '../../../src/contract/wire/topics.ts'
import { realTime } from '../link.ts'

/**
 * What devices were told and did.
 * - `open`, `close`: a connection. - `told`: a message came, byte for byte. - `act`: the device did it.
 * - `say`: it answered; `up` tells whether it had a connection to say it on.
 */
export type DeviceLine = { time: number; device: string; connection: string } & (
  | { kind: 'open' | 'close' }
  | { kind: 'told'; topic: string; payload: string }
  | { kind: 'act'; id: string; point: string; value: string }
  | { kind: 'say'; id: string; code: number; up: boolean }
)

type Unstamped<Line> = Line extends DeviceLine ? Omit<Line, 'time'> : never

export const deviceName = ({ productKey, deviceKey }: DeviceAddress): string => `${productKey}/${deviceKey}`

/**
 * Appends lines of JSON, each on its way to the system before the device goes on: a `kill -9` of its program loses none.
 * (A power cut would; this rig cuts none.)
 */
export function openDeviceLog(file: string): (line: Unstamped<DeviceLine>) => void {
  const log = openSync(file, 'a')
  return (line) => {
    writeSync(log, `${JSON.stringify({ time: realTime(), ...line })}\n`)
  }
}
export type DeviceLog = ReturnType<typeof openDeviceLog>

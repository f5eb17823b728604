import { type ExactJson, ExactNumber, isExactNumber, stringifyExact } from '../../../src/contract/value/exact.ts'
import type { Dialect, Message } from '../../../src/fleet/dialect.ts'
import { frameDialect } from '../../../src/fleet/frame-dialect.ts'
import { jsonDialect } from '../../../src/fleet/json-dialect.ts'
import type { SoakDevice } from '../soak-fleet.ts'
import { behaviourFor } from './behaviour.ts'
import { type DeviceLog, deviceName } from './device-log.ts'

/** The connection that a message came by. */
export interface Line {
  /** Names it in the log. */
  name: string
  isUp(): boolean
  publish(message: Message): void
  drop(): void
}

const idText = (id: ExactJson): string => (isExactNumber(id) ? id.value : String(id))

/** One device: notes what it is told, then what it does, then does it. */
export function createSoakDevice(device: SoakDevice, log: DeviceLog, run: { seed: number; calm: boolean }) {
  const dialect: Dialect = device.registers ? frameDialect(device.registers)(device) : jsonDialect(device)
  const name = deviceName(device)
  let reports = 0

  const say = (line: Line, id: ExactJson, code: number): void => {
    log({ kind: 'say', device: name, connection: line.name, id: idText(id), code, up: line.isUp() })
    line.publish(dialect.reply({ id, code, ...(code === 0 || code === 200 ? {} : { message: `no ${code}` }) }))
  }

  return {
    /** True where the message was a command to this device. */
    receive(line: Line, topic: string, payload: Buffer): boolean {
      const request = dialect.readSet(topic, payload)
      if (!request) return false
      const { id, values } = request
      log({ kind: 'told', device: name, connection: line.name, topic, payload: payload.toString('base64') })
      const [point = '', value = null] = Object.entries(values)[0] ?? []
      const content = `${name} ${point} ${stringifyExact(value)}`
      const { acts, code, after, twice, strangeFirst, asNumber, drops } = behaviourFor(run.seed, content, run.calm)
      if (drops === 'before') {
        line.drop()
        return true
      }
      if (acts) {
        log({ kind: 'act', device: name, connection: line.name, id: idText(id), point, value: stringifyExact(value) })
        line.publish(dialect.report({ [point]: value }, ++reports, Date.now()))
      }
      if (drops === 'between') line.drop()
      if (code === null) return true
      const answer = (): void => {
        if (strangeFirst) line.publish(dialect.reply({ id: '9999999999999999999', code: 200 }))
        const echoed = asNumber && !device.registers ? new ExactNumber(idText(id)) : id
        say(line, echoed, code)
        if (twice) say(line, echoed, code)
        if (drops === 'after') setTimeout(() => line.drop(), 50)
      }
      if (after === 0) answer()
      else setTimeout(answer, after)
      return true
    },
  }
}
export type SoakDeviceMind = ReturnType<typeof createSoakDevice>

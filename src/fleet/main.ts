import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseExact } from '#contract/value/exact.ts'
import { startFleet } from './start-fleet.ts'

const { values: options } = parseArgs({
  options: {
    fleet: { type: 'string', default: 'fleets/demo.json' },
    mqtt: { type: 'string', default: 'mqtt://127.0.0.1:11883' },
  },
})

const fleet = await startFleet({
  fleet: parseExact(readFileSync(options.fleet, 'utf8')),
  mqttUrl: options.mqtt,
  log: console.log,
})
console.log(`${fleet.size} simulated devices of ${options.fleet} on ${options.mqtt}`)

const stop = async () => {
  await fleet.stop()
  process.exit(0)
}
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())

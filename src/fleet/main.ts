import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseExact } from '#contract/value/exact.ts'
import { startFleet } from './start-fleet.ts'

/* `npm run fleet -- --fleet FILE --mqtt URL` */

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fleet: { type: 'string', default: 'fleets/demo.json' },
      mqtt: { type: 'string', default: 'mqtt://127.0.0.1:11883' },
    },
  })
  const fleet = await startFleet({
    fleet: parseExact(readFileSync(values.fleet, 'utf8')),
    mqttUrl: values.mqtt,
    log: console.log,
  })
  console.log(`fleet: ${fleet.size} simulated devices of ${values.fleet} on ${values.mqtt}`)

  const stop = (): void => void fleet.stop().finally(() => process.exit(0))
  process.once('SIGINT', stop).once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { startConnect } from './start-connect.ts'

const usage = 'usage: npm run connect -- --fleet FILE'

async function main(): Promise<void> {
  const { fleet } = parseArgs({ options: { fleet: { type: 'string' } } }).values
  if (fleet === undefined) throw new Error(`a fleet file is needed; ${usage}`)
  const connect = await startConnect(readConfig(process.env), { fleetFile: fleet })
  console.log(`connect: EnOS API on ${connect.url}, devices on ${connect.mqttUrl}`)

  const stop = (): void => {
    // A second signal ends at once, as the process has no handler any more.
    process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT')
    connect.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

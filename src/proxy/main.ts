import { readProxyConfig } from './config.ts'
import { startProxy } from './start-proxy.ts'

/** Starts the proxy alone, for the gateway that the environment names. */
try {
  const proxy = await startProxy(readProxyConfig(process.env))
  process.stdout.write(`Setpoint proxy at ${proxy.url}\n`)
  const stop = () => void proxy.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

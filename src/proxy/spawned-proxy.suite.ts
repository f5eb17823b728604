import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'
import { gatewayFor, orgId, panelOf } from './running-proxy.suite.ts'

/** To its end: what comes through a pipe may come in pieces. */
const address = /http:\/\/[\d.]+:\d+(?=")/

/** The proxy as a program of its own, which can be killed. @param around what to spawn instead. */
export async function spawnProxy(
  gateway: string,
  dataDirectory: string,
  environment: Record<string, string> = {},
  around: (command: string, args: string[]) => [command: string, args: string[]] = (...one) => one,
) {
  const { accessKey, secretKey } = gatewayFor(gateway)
  const main = join(process.env.BUILT_PROGRAMS ?? '', 'proxy.js')
  const child = spawn(...around(process.execPath, [main]), {
    env: {
      ...process.env,
      PROXY_PORT: '0',
      DATA_DIR: dataDirectory,
      WEB_DIR: join(dataDirectory, 'none'),
      ENOS_URL: gateway,
      ENOS_ACCESS_KEY: accessKey,
      ENOS_SECRET_KEY: secretKey,
      ENOS_ORG_ID: orgId,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Not its exit: what it printed last may still be on the way then.
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  let output = ''
  child.stdout.on('data', (part) => {
    output += part
  })
  await expect.poll(() => output, { timeout: 50_000 }).toMatch(address)
  return {
    pid: child.pid ?? 0,
    panel: panelOf(address.exec(output)?.[0] ?? ''),
    /** What it printed so far. */
    output: () => output,
    /** Ends it as a power cut would, or as a stop does; its exit code. */
    end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return closed
    },
  }
}

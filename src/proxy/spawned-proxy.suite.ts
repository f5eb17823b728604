import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { gatewayFor, orgId, panelOf } from './running-proxy.suite.ts'

/** The proxy as a program of its own, which can be killed. */
export async function spawnProxy(address: string, dataDirectory: string, environment: Record<string, string> = {}) {
  const { accessKey, secretKey } = gatewayFor(address)
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('main.ts', import.meta.url))], {
    env: {
      ...process.env,
      PROXY_PORT: '0',
      DATA_DIR: dataDirectory,
      WEB_DIR: join(dataDirectory, 'none'),
      ENOS_URL: address,
      ENOS_ACCESS_KEY: accessKey,
      ENOS_SECRET_KEY: secretKey,
      ENOS_ORG_ID: orgId,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (part) => {
    output += part
  })
  await expect.poll(() => output, { timeout: 15_000 }).toMatch(/http:\/\/[\d.]+:\d+/)
  return {
    panel: panelOf(/http:\/\/[\d.]+:\d+/.exec(output)?.[0] ?? ''),
    /** What it printed so far. */
    output: () => output,
    /** Ends it as a power cut would, or as a stop does; its exit code. */
    async end(signal: 'SIGKILL' | 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill(signal)
      const [code] = await once(child, 'exit')
      return code
    },
  }
}

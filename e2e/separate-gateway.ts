import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const fleetSchema = z.object({
  orgId: z.string(),
  applications: z.array(z.object({ accessKey: z.string(), secretKey: z.string() })).min(1),
  assetTrees: z.array(z.object({ treeId: z.string() })).default([]),
})

/** ms that a program may take to be ready on a busy machine. */
export const longestStart = 90_000

/** Starts a part from its sources and waits until it says that it is there. */
async function startPart(args: string[], env: NodeJS.ProcessEnv, ready: RegExp) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (part: Buffer) => {
    output = (output + String(part)).slice(-20_000)
  })
  for (const end = Date.now() + longestStart; Date.now() < end && child.exitCode === null; ) {
    const found = ready.exec(output)
    if (found) return { child, found }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`${args[0]} did not start:\n${output}`)
}

/**
 * An EnOS that is not embedded: `connect` and the fleet, each a process of its own, which outlive the panel's server.
 * @returns the settings with which the panel's server takes it for its gateway.
 */
export async function startSeparateGateway(fleetFile: string, folder: string) {
  const parts: ChildProcess[] = []
  const stop = async (): Promise<void> => {
    for (const part of parts.splice(0).reverse()) {
      if (part.exitCode !== null || part.signalCode !== null) continue
      part.kill('SIGTERM')
      await once(part, 'exit')
    }
  }
  try {
    const env = { ...process.env, CONNECT_PORT: '0', MQTT_PORT: '0', DATA_DIR: join(folder, 'gateway') }
    const ready = /EnOS API on (\S+), devices on (\S+)/
    const connect = await startPart(['src/connect/main.ts', '--fleet', fleetFile], env, ready)
    parts.push(connect.child)
    const [, address = '', mqtt = ''] = connect.found
    const fleetArgs = ['src/fleet/main.ts', '--fleet', fleetFile, '--mqtt', mqtt]
    parts.push((await startPart(fleetArgs, process.env, /simulated devices of/)).child)

    const { orgId, applications, assetTrees } = fleetSchema.parse(JSON.parse(readFileSync(fleetFile, 'utf8')))
    const settings = {
      ENOS_URL: address,
      ENOS_ACCESS_KEY: applications[0]?.accessKey ?? '',
      ENOS_SECRET_KEY: applications[0]?.secretKey ?? '',
      ENOS_ORG_ID: orgId,
      ENOS_TREE_IDS: assetTrees.map(({ treeId }) => treeId).join(','),
      GATEWAY_NAME: 'Separate EnOS',
      GATEWAY_KIND: 'test',
    }
    return { settings, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

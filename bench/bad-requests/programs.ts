import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { panelEndpoints } from '../../src/contract/panel/panel-endpoints.ts'

const fleetSchema = z.object({
  orgId: z.string(),
  applications: z.array(z.object({ accessKey: z.string(), secretKey: z.string() })).min(1),
  devices: z.array(
    z.object({ productKey: z.string(), deviceKey: z.string(), deviceSecret: z.string(), assetId: z.string() }),
  ),
  thingModels: z.array(z.object({ modelId: z.string(), measurepoints: z.record(z.string(), z.unknown()) })),
  products: z.array(z.object({ productKey: z.string(), modelId: z.string() })),
  assetTrees: z.array(z.object({ treeId: z.string() })),
})

/** The demo fleet, and a point that its first device has. */
function readFleet(file: string) {
  const fleet = fleetSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const product = fleet.products.find(({ productKey }) => productKey === fleet.devices[0]?.productKey)
  const model = fleet.thingModels.find(({ modelId }) => modelId === product?.modelId)
  return { ...fleet, point: Object.keys(model?.measurepoints ?? {})[0] ?? '' }
}

export interface Program {
  /** Resident memory in MB of 1000 kB. */
  memory(): number
  /** False once it has ended, however it did. */
  isAlive(): boolean
  stop(): Promise<void>
}

const residentKilobytes = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim())

async function startProgram(args: string[], env: NodeJS.ProcessEnv, ready: RegExp) {
  const child: ChildProcess = spawn(process.execPath, ['--max-old-space-size=192', '--import', 'tsx', ...args], {
    env: { ...process.env, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout?.on('data', (part: Buffer) => {
    output = (output + String(part)).slice(-20_000)
  })
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null
  const stop = async (): Promise<void> => {
    if (!isAlive()) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for (let tries = 0; tries < 600 && isAlive(); tries++) {
    const found = ready.exec(output)
    if (found) return { found, memory: () => Math.round(residentKilobytes(child.pid ?? 0) / 1000), isAlive, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`${args[0]} did not start:\n${output}`)
}

const person = { name: 'operator', password: 'a password that is long' }

/** Lets one person in, who may set points. */
function addPerson(dataDirectory: string): void {
  const args = ['--import', 'tsx', 'src/setpoint.ts', 'user', 'add', person.name, '--role', 'operator']
  const env = { ...process.env, DATA_DIR: dataDirectory }
  const { status, stderr } = spawnSync(process.execPath, args, { env, input: `${person.password}\n`, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

async function signIn(url: string): Promise<string> {
  const { method, path } = panelEndpoints.signIn
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url + path, { method, headers, body: JSON.stringify(person) })
  const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? []
  if (!answer.ok || cookie === '') throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`)
  return cookie
}

/**
 * The two servers, each a program of its own on free ports, on the demo fleet with no device connected: what changes in
 * them is done by requests alone.
 */
export async function startPrograms(folder: string) {
  const fleetFile = 'fleets/demo.json'
  const fleet = readFleet(fleetFile)
  const application = fleet.applications[0] ?? { accessKey: '', secretKey: '' }
  const connect = await startProgram(
    ['src/connect/main.ts', '--fleet', fleetFile],
    { CONNECT_PORT: '0', MQTT_PORT: '0', DATA_DIR: join(folder, 'connect') },
    /EnOS API on (\S+), devices on (\S+)/,
  )
  const [, connectUrl = '', mqttUrl = ''] = connect.found
  const { accessKey, secretKey } = application
  const gateway = { ENOS_URL: connectUrl, ENOS_ACCESS_KEY: accessKey, ENOS_SECRET_KEY: secretKey }
  try {
    const proxyData = join(folder, 'proxy')
    addPerson(proxyData)
    const proxy = await startProgram(
      ['src/proxy/main.ts'],
      // The limit of requests would refuse nearly all, and nothing behind it would be tried.
      { ...gateway, ENOS_ORG_ID: fleet.orgId, PROXY_PORT: '0', DATA_DIR: proxyData, REQUESTS_PER_MINUTE: '1000000' },
      /proxy at (\S+)/,
    )
    const [, proxyUrl = ''] = proxy.found
    return { fleet, connect, proxy, connectUrl, mqttUrl, proxyUrl, application, cookie: await signIn(proxyUrl) }
  } catch (error) {
    await connect.stop()
    throw error
  }
}
export type Programs = Awaited<ReturnType<typeof startPrograms>>

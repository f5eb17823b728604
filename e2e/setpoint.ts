import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { freePorts } from '../scripts/free-ports.ts'
import { connectedSoFar, connectingDevices } from './devices-online.ts'
import { longestStart, startSeparateGateway } from './separate-gateway.ts'

const portNames = ['PROXY_PORT', 'CONNECT_PORT', 'MQTT_PORT'] as const

/** Where EnOS is: in the process of the panel's server, or in processes of its own. */
export type Enos = 'embedded' | 'separate'

/**
 * The built product, started as `npm start` does: proxy, embedded EnOS and fleet in one process of its own;
 * before a separate EnOS the proxy alone, with the rest in other processes.
 */
export class Setpoint {
  readonly folder = mkdtempSync(join(tmpdir(), 'setpoint-e2e-'))
  private child: ChildProcess | undefined
  private ports: Partial<Record<(typeof portNames)[number], string>> | undefined
  private log = ''
  private readonly settings: Record<string, string>
  private gateway: Awaited<ReturnType<typeof startSeparateGateway>> | undefined

  private readonly enos: Enos

  /** @param settings environment variables besides the usual ones. */
  constructor(settings: Record<string, string> = {}, enos: Enos = 'embedded') {
    this.settings = { ...settings }
    this.enos = enos
  }

  /** One setting more, before the start. */
  set(name: string, value: string): void {
    this.settings[name] = value
  }

  get url(): string {
    return `http://127.0.0.1:${this.settings.PROXY_PORT ?? this.ports?.PROXY_PORT}`
  }

  /** Where its EnOS is reached. */
  private get enosUrl(): string {
    return (
      this.gateway?.settings.ENOS_URL ?? `http://127.0.0.1:${this.settings.CONNECT_PORT ?? this.ports?.CONNECT_PORT}`
    )
  }

  private async findPorts(): Promise<NonNullable<typeof this.ports>> {
    const promised = portNames.flatMap((name) => Number(this.settings[name] ?? []) || [])
    const wanted = portNames.filter((name) => this.settings[name] === undefined)
    const found = await freePorts(wanted.length, promised)
    return Object.fromEntries(wanted.map((name, index) => [name, String(found[index])]))
  }

  /** Starts it, and waits until it answers and its devices are there. */
  async start(): Promise<void> {
    this.ports ??= await this.findPorts()
    const fleetFile = this.settings.FLEET_FILE ?? 'fleets/demo.json'
    if (this.enos === 'separate') this.gateway ??= await startSeparateGateway(fleetFile, this.folder)
    this.child = spawn(process.execPath, ['dist/server/setpoint.js'], {
      env: {
        ...process.env,
        ...this.ports,
        DATA_DIR: join(this.folder, 'data'),
        LOG_LEVEL: 'warn',
        ...this.settings,
        ...this.gateway?.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.log = (this.log + String(chunk)).slice(-20_000)
      })
    }
    // They come one after the other, and what is sent before is refused as to a device that is offline.
    const devices = connectingDevices(fleetFile)
    let isAnswering = false
    for (const end = Date.now() + longestStart; Date.now() < end && this.child.exitCode === null; ) {
      isAnswering ||= await this.answers()
      if (isAnswering && (await connectedSoFar(this.enosUrl)) >= devices) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await this.stop('SIGKILL')
    throw new Error(`Setpoint did not start:\n${this.log}`)
  }

  private async answers(): Promise<boolean> {
    try {
      const { ok, status } = await fetch(`${this.url}/api/session`)
      // Where people sign in, nobody has yet.
      return ok || status === 401
    } catch {
      return false
    }
  }

  /** Lets a person in, as an administrator does; running or not. */
  addPerson(name: string, password: string, ...words: string[]): void {
    const { status, stderr } = spawnSync(process.execPath, ['dist/server/setpoint.js', 'user', 'add', name, ...words], {
      env: { ...process.env, DATA_DIR: join(this.folder, 'data'), ...this.settings },
      input: `${password}\n`,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${name} was not added:\n${stderr}`)
  }

  /** Ends it as an operator would, or as a power cut would; the data stays. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  async restart(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    await this.stop(signal)
    await this.start()
  }

  async remove(): Promise<void> {
    await this.stop()
    await this.gateway?.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** ms that a fixture may take to start its product: each part as long as it may, on whatever machine. */
export const startTimeout = 3 * longestStart

/** Tests share one running product per worker; a test that restarts it leaves it running. */
export const test = base.extend<{ baseURL: string }, { enos: Enos; setpoint: Setpoint }>({
  enos: ['embedded', { option: true, scope: 'worker' }],
  setpoint: [
    async ({ enos }, use) => {
      const setpoint = new Setpoint({}, enos)
      await setpoint.start()
      await use(setpoint)
      await setpoint.remove()
    },
    { scope: 'worker', timeout: startTimeout },
  ],
  baseURL: async ({ setpoint }, use) => use(setpoint.url),
})

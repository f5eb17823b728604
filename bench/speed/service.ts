import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { freePorts } from '../../scripts/free-ports.ts'
import { endpoints } from '../../src/contract/enos/endpoints.ts'
import { encryptionText } from '../../src/contract/enos/signature.ts'
import { panelEndpoints } from '../../src/contract/panel/panel-endpoints.ts'
import { type Program, probeModule, startNode } from './ask.ts'
import { application, sha256 } from './fleet.ts'
import type { Probe } from './probe.ts'

/** The built server; `SERVER` measures another build. */
const server = process.env.SERVER ?? 'dist/server/setpoint.js'
/** A folder for what the profiler finds, where it is wanted: it slows the service down a little. */
const profile = process.env.PROFILE ? ['--cpu-prof', '--cpu-prof-dir', process.env.PROFILE] : []

export interface Service {
  program: Program<Probe>
  ports: { enos: number; mqtt: number; proxy: number }
  accessToken: string
  /** Seconds from the start of the process to the first answer of EnOS's API. */
  startTime: number
}

const tokenAnswer = z.object({ data: z.object({ accessToken: z.string() }) })

async function getToken(port: number): Promise<string> {
  const { accessKey, secretKey } = application
  const timestamp = Date.now()
  const encryption = sha256(encryptionText(accessKey, timestamp, secretKey))
  const body = JSON.stringify({ appKey: accessKey, encryption, timestamp })
  const answer = await fetch(`http://127.0.0.1:${port}${endpoints.getToken.path}`, { method: 'POST', body })
  return tokenAnswer.parse(await answer.json()).data.accessToken
}

/** Asks until there is an answer. */
export async function untilAnswered<T>(ask: () => Promise<T>, isAlive: () => boolean): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isAlive()) throw error
      await sleep(10)
    }
  }
}

/**
 * Starts the product as its users do: the built server with the panel's proxy and the embedded EnOS in one process, its
 * own settings but for ports, folder and fleet, and its log written to a file.
 */
export async function startService(folder: string, fleetFile: string): Promise<Service> {
  const [enos = 0, mqtt = 0, proxy = 0] = await freePorts(3)
  const began = performance.now()
  const program = startNode<Probe>([...profile, '--import', probeModule, server], {
    env: {
      ...{ FLEET_FILE: fleetFile, DATA_DIR: join(folder, 'data'), CONNECT_PORT: String(enos), MQTT_PORT: String(mqtt) },
      // The load comes from one session; the limit is there against more than a person does.
      ...{ PROXY_PORT: String(proxy), REQUESTS_PER_MINUTE: '1000000' },
    },
    output: openSync(join(folder, 'log'), 'a'),
  })
  const accessToken = await untilAnswered(
    () => getToken(enos),
    () => program.child.exitCode === null,
  )
  const startTime = (performance.now() - began) / 1000
  return { program, ports: { enos, mqtt, proxy }, accessToken, startTime }
}

const person = { name: 'operator', password: 'a password that is long' }

/** Lets one person in, before the service is started. */
export function addPerson(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, [server, 'user', 'add', person.name, '--role', 'operator'], {
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
    input: `${person.password}\n`,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

/** @returns the cookie of a new session. */
export async function signIn(port: number): Promise<string> {
  const { method, path } = panelEndpoints.signIn
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: JSON.stringify(person) })
  const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? []
  if (!answer.ok || cookie === '') throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`)
  return cookie
}

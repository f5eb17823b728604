import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { smallFleet } from './fleet-file/small-fleet.test-support.ts'
import { temporaryFolder } from './start-connect.test-support.ts'

export interface ConnectProcess {
  pid: number
  url: string
  mqttUrl: string
  /** Resolves with the exit code, or with the signal's name, when it has ended. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string>
}

const main = join(process.env.BUILT_PROGRAMS ?? '', 'connect.js')

type Around = (command: string, args: string[]) => [command: string, args: string[]]

/** `main.ts` as a program of its own, with free ports. @param around what to spawn instead. */
export function spawnConnect(dataDir: string, fleetFile: string, around: Around = (...one) => one): ChildProcess {
  const ports = { CONNECT_PORT: '0', MQTT_PORT: '0', CONNECT_HOST: '127.0.0.1', MQTT_HOST: '127.0.0.1' }
  const [command, args] = around(process.execPath, [main, '--fleet', fleetFile])
  return spawn(command, args, {
    env: { ...process.env, ...ports, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Waits until it serves the small fleet. */
export async function startProcess(dataDir: string, around?: Around): Promise<ConnectProcess> {
  const fleetFile = join(temporaryFolder(), 'fleet.json')
  writeFileSync(fleetFile, JSON.stringify(smallFleet()))
  const child = spawnConnect(dataDir, fleetFile, around)
  child.stderr?.pipe(process.stderr)
  if (!child.stdout) throw new Error('the program has no output')
  const [line] = await once(createInterface(child.stdout), 'line')
  const [, url, mqttUrl] = /(http:\S+), .*(mqtt:\S+)/.exec(String(line)) ?? []
  if (!url || !mqttUrl) throw new Error(`unexpected first line: ${line}`)
  const ended = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    url,
    mqttUrl,
    async kill(signal) {
      child.kill(signal)
      const [code, by] = await ended
      return code ?? by
    },
  }
}

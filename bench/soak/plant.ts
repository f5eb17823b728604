import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Programs } from './build-programs.ts'
import type { LinkName } from './disturbances.ts'
import { type Link, openLink, type Trouble } from './link.ts'
import { createProgram, type Outage, type Program, type ProgramName } from './program.ts'
import type { SoakFleet } from './soak-fleet.ts'

interface Told {
  trouble(trouble: Trouble): void
  outage(outage: Outage): void
  /** Something that no disturbance explains. */
  fault(words: string): void
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** ms for which somebody waits for a program to come back. */
const patience = 15_000

/** The whole plant in a folder of its own: three programs, the links between them, and their clocks. */
export async function openPlant(fleet: SoakFleet, programs: Programs, seed: number, told: Told) {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-soak-'))
  const fileOf = (name: string): string => join(folder, name)
  const files = {
    folder,
    proxy: fileOf('proxy/proxy.sqlite'),
    connect: fileOf('connect/connect.sqlite'),
    devices: fileOf('devices.jsonl'),
    asked: fileOf('asked.jsonl'),
    /** When connect and the devices were held up by the machine. */
    late: [fileOf('clocks/connect.late'), fileOf('clocks/fleet.late')],
  }
  writeFileSync(fileOf('fleet.json'), fleet.fleetFile)
  writeFileSync(fileOf('soak.json'), fleet.soakFile)
  mkdirSync(fileOf('clocks'))

  const clockFile = (name: ProgramName): string => fileOf(`clocks/${name}`)
  /** Puts a program's clock forward by so many ms; 0 puts it right. */
  function setClock(name: ProgramName, ahead: number): void {
    writeFileSync(`${clockFile(name)}.new`, String(ahead))
    renameSync(`${clockFile(name)}.new`, clockFile(name))
  }
  const names: ProgramName[] = ['proxy', 'connect', 'fleet']
  for (const name of names) setClock(name, 0)

  // A call's first line names its device and point.
  const firstLine = (first: Buffer): string => first.toString('latin1').split('\r\n', 1)[0] ?? ''
  const gateway = await openLink('gateway', firstLine, told.trouble)
  const links: Record<LinkName, Link> = {
    gateway,
    // The user name of a CONNECT packet is `{deviceKey}&{productKey}` (§5.1).
    broker: await openLink('broker', (first) => deviceIn(first.toString('latin1')), told.trouble, [gateway.port]),
  }
  const deviceIn = (text: string): string => {
    const device = fleet.devices.find(({ deviceKey, productKey }) => text.includes(`${deviceKey}&${productKey}`))
    return device ? `${device.productKey}/${device.deviceKey}` : '?'
  }

  const address = { proxy: '', connect: '' }
  let calm = ''
  const portOf = (url: string): number => Number(new URL(url).port)
  const common = (name: ProgramName) => ({ LOG_LEVEL: 'error', CLOCK_FILE: clockFile(name), DATA_DIR: fileOf(name) })
  const argsOf = (name: ProgramName) => ['--import', programs.fileOf('clock'), programs.fileOf(name)]

  const all: Record<ProgramName, Program> = {
    connect: createProgram({
      name: 'connect',
      args: [...argsOf('connect'), '--fleet', fileOf('fleet.json')],
      env: () => ({ ...common('connect'), CONNECT_PORT: '0', MQTT_PORT: '0' }),
      ready: /EnOS API on (\S+), devices on (\S+)/,
      isReady([, url = '', mqttUrl = '']) {
        address.connect = url
        links.gateway.setTarget(portOf(url))
        links.broker.setTarget(portOf(mqttUrl))
      },
      isGone() {
        address.connect = ''
        links.gateway.setTarget(0)
        links.broker.setTarget(0)
      },
      trouble: told.fault,
    }),
    proxy: createProgram({
      name: 'proxy',
      args: argsOf('proxy'),
      env: () => ({
        ...common('proxy'),
        ENOS_URL: `http://127.0.0.1:${links.gateway.port}`,
        ENOS_ACCESS_KEY: fleet.application.accessKey,
        ENOS_SECRET_KEY: fleet.application.secretKey,
        ENOS_ORG_ID: fleet.orgId,
        PROXY_PORT: '0',
        WEB_DIR: fileOf('no-panel'),
        REQUESTS_PER_MINUTE: '1000000',
      }),
      ready: /proxy at (\S+)/,
      isReady([, url = '']) {
        address.proxy = url
      },
      isGone() {
        address.proxy = ''
      },
      trouble: told.fault,
    }),
    fleet: createProgram({
      name: 'fleet',
      args: argsOf('fleet'),
      env: (boot) => ({
        CLOCK_FILE: clockFile('fleet'),
        SOAK_FILE: fileOf('soak.json'),
        DEVICE_LOG: files.devices,
        MQTT_URL: `mqtt://127.0.0.1:${links.broker.port}`,
        SEED: String(seed),
        BOOT: String(boot),
        CALM: calm,
      }),
      ready: /the devices run/,
      isReady() {},
      isGone() {},
      trouble: told.fault,
    }),
  }

  return {
    files,
    links,
    programs: all,
    setClock,
    /** Where a program is reached; an address that nobody listens at while it is away. */
    addressOf: (name: 'proxy' | 'connect'): string => address[name] || 'http://127.0.0.1:1',
    async ready(name: 'proxy' | 'connect'): Promise<void> {
      for (let waited = 0; address[name] === '' && waited < patience; waited += 50) await wait(50)
    },
    async start(): Promise<void> {
      await all.connect.start()
      await Promise.all([all.proxy.start(), all.fleet.start()])
    },
    /** Everything is put right, the devices stay and answer, and proxy and devices are new. */
    async calm(): Promise<void> {
      for (const name of names) setClock(name, 0)
      calm = '1'
      for (const name of ['fleet', 'proxy'] as const) told.outage(await all[name].restart('SIGKILL', 0, 0))
    },
    async stop(): Promise<void> {
      await Promise.all(names.map((name) => all[name].stop()))
      await Promise.all(Object.values(links).map((link) => link.stop()))
    },
  }
}
export type Plant = Awaited<ReturnType<typeof openPlant>>

import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFinal } from '../../src/contract/panel/operation.ts'
import { createAsk } from './ask.ts'
import { buildPrograms } from './build-programs.ts'
import { createDisturber } from './disturb.ts'
import { createEnosDoor, createPanelDoor, named } from './doors.ts'
import { createDriver } from './drive.ts'
import { openPlant } from './plant.ts'
import { makeSoakFleet } from './soak-fleet.ts'
import { compare } from './truth/compare.ts'
import {
  type Evidence,
  readCommands,
  readDeviceLog,
  readHeldUp,
  readOperations,
  type Violation,
} from './truth/evidence.ts'
import { checkFigures } from './truth/figures.ts'
import { checkCommands, checkRecord, watchQueues } from './truth/record.ts'

export interface Wanted {
  seed: number
  /** The drive ends when both are reached, or its time is over. */
  kills: number
  commands: number
  /** For driving; the end takes some more. */
  seconds: number
  workers: number
  /** ms between two disturbances, on average. */
  pace: number
  /** Seconds that everything open may take to end. */
  drain: number
  say(line: string): void
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Drives, disturbs, lets everything end, and compares what everybody noted down. */
export async function runSoak(wanted: Wanted) {
  const { seed, say } = wanted
  const fleet = makeSoakFleet('fleets/demo.json')
  const [first, ...others] = fleet.devices
  if (!first) throw new Error('no devices')
  const log: Pick<Evidence, 'asked' | 'cancels' | 'troubles' | 'outages' | 'jumps'> = {
    asked: [],
    cancels: [],
    troubles: [],
    outages: [],
    jumps: [],
  }
  const faults: Violation[] = []
  const programs = await buildPrograms()
  const plant = await openPlant(fleet, programs, seed, {
    trouble: (trouble) => log.troubles.push(trouble),
    outage: (outage) => log.outages.push(outage),
    fault: (words) => faults.push({ claim: 'programs', words, about: null }),
  })
  const { ask, stop: stopAsking } = createAsk()
  const enos = createEnosDoor(ask, fleet, () => plant.addressOf('connect'))
  const driver = createDriver({
    seed,
    devices: [first, ...others],
    doors: { panel: createPanelDoor(ask, fleet, () => plant.addressOf('proxy')), enos },
    ready: plant.ready,
    told(asked) {
      if (asked.kind === 'send') log.asked.push(asked)
      else log.cancels.push(asked)
      appendFileSync(plant.files.asked, `${JSON.stringify({ ...asked, device: asked.device.assetId })}\n`)
    },
  })
  const disturber = createDisturber({
    seed,
    pace: wanted.pace,
    plant,
    outage: (outage) => log.outages.push(outage),
    jump: (jump) => log.jumps.push(jump),
  })

  try {
    await plant.start()
    if (faults.length > 0) throw new Error(faults.map(({ words }) => words).join('\n'))
    const queues = watchQueues(plant.files.connect)
    // Devices connect first: else all of the beginning is the same refusal.
    await wait(1000)
    const began = Date.now()
    const driving = driver.run(wanted.workers)
    const disturbing = disturber.run()
    for (let told = Date.now(); Date.now() - began < wanted.seconds * 1000; await wait(200)) {
      if (driver.sends() >= wanted.commands && disturber.kills() >= wanted.kills) break
      if (Date.now() - told < 30_000) continue
      told = Date.now()
      say(`${Math.round((told - began) / 1000)} s: ${driver.sends()} commands, ${disturber.kills()} kills`)
    }
    const drove = (Date.now() - began) / 1000
    disturber.stop()
    driver.stop()
    await Promise.all([driving, disturbing])
    await plant.calm()
    // What waits for a device that never comes would expire just as everybody's word is taken.
    for (const device of fleet.devices.filter(({ life }) => life !== 'usual')) {
      const call = { name: 'cancelCommand', query: named(device, false), body: '' } as const
      // A token that is just being replaced is asked for again by the next call.
      for (let tries = 0; tries < 5 && (await enos.call(call))?.code !== 0; tries++) await wait(200)
    }
    await drained(() => readCommands(plant.files.connect).some(({ state }) => state === 1 || state === 4), wanted.drain)
    // Started anew, the proxy asks at once for what it follows; else it might rest for a minute.
    log.outages.push(await plant.programs.proxy.restart('SIGKILL', 0, 0))
    await drained(() => openOperations(plant.files), wanted.drain)
    const addresses = { proxy: plant.addressOf('proxy'), connect: plant.addressOf('connect') }
    const wrongFigures = await checkFigures(addresses, plant.files)
    const { longest, violations: tooLong } = queues.stop()
    await plant.stop()

    const { proxy, connect, devices, late } = plant.files
    const evidence: Evidence = {
      ...log,
      operations: readOperations(proxy),
      commands: readCommands(connect),
      devices: readDeviceLog(devices),
      heldUp: readHeldUp(late),
    }
    const { troubles, outages, jumps } = log
    writeFileSync(join(plant.files.folder, 'disturbances.json'), JSON.stringify({ troubles, outages, jumps }, null, 1))
    const compared = compare(evidence)
    const violations = [
      ...faults,
      ...tooLong,
      ...wrongFigures,
      ...checkRecord(proxy),
      ...checkCommands(connect),
      ...compared.violations,
    ]
    return {
      ...compared,
      violations,
      evidence,
      drove,
      sends: driver.sends(),
      kills: disturber.kills(),
      longestQueue: longest,
      folder: plant.files.folder,
      remove: () => rmSync(plant.files.folder, { recursive: true, force: true }),
    }
  } finally {
    await plant.stop()
    stopAsking()
    programs.remove()
  }
}
export type SoakResult = Awaited<ReturnType<typeof runSoak>>

/** Operations that are open for the proxy, though their commands have ended. */
function openOperations({ proxy, connect }: { proxy: string; connect: string }): boolean {
  const open = new Set(
    readCommands(connect).flatMap(({ state, commandId }) => (state === 1 || state === 4 ? [commandId] : [])),
  )
  return readOperations(proxy).some(({ outcome, commandId }) => !isFinal(outcome) && !open.has(commandId))
}

/** Waits until that is over, or so many seconds. */
async function drained(isOpen: () => boolean, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (isOpen() && Date.now() < end) await wait(500)
}

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '../ask.ts'
import { writeFleet } from '../fleet.ts'
import type { Devices } from '../programs/devices.ts'
import type { Scenario } from '../scenario.ts'
import { startService } from '../service.ts'
import { median } from '../statistics.ts'

/** Devices that are connected and say nothing but their pings, one every 50 s. */
export const idle: Scenario = async ({ folder, later, note, rounds, isQuick }) => {
  const deviceCount = isQuick ? 2000 : 10_000
  const fleetFile = join(folder, 'fleet.json')
  writeFleet(fleetFile, deviceCount)
  const service = await startService(folder, fleetFile)
  later(() => service.program.stop())
  const devices = startProgram<Devices>('devices')
  later(() => devices.stop())
  const began = performance.now()
  await devices.ask('connect', 'service', { port: service.ports.mqtt, count: deviceCount })
  note(`${deviceCount} devices signed in within ${((performance.now() - began) / 1000).toFixed(1)} s`)
  // Node takes away for half a minute what the arrival of all left behind; after that they are at rest.
  await sleep(isQuick ? 200 : 30_000)

  const measured: { memory: number; share: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const before = await service.program.ask('usage')
    const start = performance.now()
    await sleep(isQuick ? 500 : 10_000)
    const after = await service.program.ask('usage')
    measured.push({ memory: after.memory, share: ((after.cpu - before.cpu) * 1000) / (performance.now() - start) })
  }
  const memory = median(measured.map((round) => round.memory))
  const share = median(measured.map((round) => round.share)) * 100
  const what = `${deviceCount.toLocaleString('en')} devices connected and idle`
  return [
    { name: `${what}: memory`, goal: '≤ 350 MB', result: `${memory.toFixed(0)} MB`, met: memory <= 350 },
    { name: `${what}: CPU`, goal: '≤ 1 %', result: `${share.toFixed(2)} %`, met: share <= 1 },
  ]
}

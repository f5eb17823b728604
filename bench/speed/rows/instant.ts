import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '../ask.ts'
import { writeFleet } from '../fleet.ts'
import { installNodeRed, startNodeRed } from '../node-red.ts'
import type { Broker } from '../programs/broker.ts'
import type { Devices } from '../programs/devices.ts'
import type { Floor } from '../programs/floor.ts'
import type { LoadProgram } from '../programs/load.ts'
import { inRounds, type Row, type Scenario } from '../scenario.ts'
import { startService, untilAnswered } from '../service.ts'
import { median } from '../statistics.ts'

const deviceCount = 2000
const atOnce = 64
/** ms of a run at full load, and of one with a single command under way. */
const runFor = { full: { load: 5000, alone: 3000 }, quick: { load: 450, alone: 200 } }
/** Runs before anything counts, until the compiler has seen it. */
const warmUp = { full: 4000, quick: 700 }

/** Instant commands through the floor, the service and the peer, in turn, on the same machine in the same minute. */
export const instant: Scenario = async ({ folder, later, note, rounds, isQuick }) => {
  installNodeRed()
  const fleetFile = join(folder, 'fleet.json')
  writeFleet(fleetFile, deviceCount)
  const [floor, broker, devices, load] = [
    startProgram<Floor>('floor'),
    startProgram<Broker>('broker'),
    startProgram<Devices>('devices'),
    startProgram<LoadProgram>('load'),
  ]
  for (const program of [floor, broker, devices, load]) later(() => program.stop())
  const floorPorts = await floor.ask('listen')
  const peerMqtt = (await broker.ask('listen')).mqtt
  const peer = await startNodeRed(join(folder, 'node-red'), peerMqtt)
  later(() => peer.program.stop('SIGKILL'))
  const service = await startService(folder, fleetFile)
  later(() => service.program.stop())

  await Promise.all([
    devices.ask('connect', 'floor', { port: floorPorts.mqtt, count: deviceCount }),
    devices.ask('connect', 'service', { port: service.ports.mqtt, count: deviceCount }),
    devices.ask('connect', 'peer', { port: peerMqtt, count: deviceCount, subscribe: true }),
  ])

  const ports = { floor: floorPorts.http, service: service.ports.enos, peer: peer.port }
  const usageOf = {
    floor: () => floor.ask('usage'),
    service: () => service.program.ask('usage'),
    peer: () => peer.program.ask('usage'),
  }
  const run = async (target: keyof typeof ports, connections: number, milliseconds: number) => {
    const { accessToken } = service
    const before = [await usageOf[target](), await devices.ask('usage'), await broker.ask('usage')] as const
    const result = await load.ask('run', {
      ...{ port: ports[target], connections, devices: deviceCount, caller: { accessToken }, milliseconds },
    })
    const after = [await usageOf[target](), await devices.ask('usage'), await broker.ask('usage')] as const
    const cpu = (which: 0 | 1 | 2) => after[which].cpu - before[which].cpu
    return {
      ...result,
      cpuPer10k: (cpu(0) / result.done) * 10_000,
      shares: { server: cpu(0) / result.seconds, devices: cpu(1) / result.seconds, broker: cpu(2) / result.seconds },
    }
  }

  const times = isQuick ? runFor.quick : runFor.full
  // The peer says nothing while it connects to its broker.
  await untilAnswered(
    () => load.ask('run', { port: peer.port, connections: 1, devices: 1, caller: { accessToken: '' }, each: 1 }),
    () => peer.program.child.exitCode === null,
  )
  for (const target of ['floor', 'service', 'peer'] as const)
    await run(target, atOnce, isQuick ? warmUp.quick : warmUp.full)
  await sleep(500)

  const measured = await inRounds(rounds, async (round) => {
    const floorRun = await run('floor', atOnce, times.load)
    await service.program.ask('watchLoop')
    const serviceRun = await run('service', atOnce, times.load)
    const delay = await service.program.ask('loopDelay')
    const peerRun = await run('peer', atOnce, times.load)
    const floorAlone = await run('floor', 1, times.alone)
    const serviceAlone = await run('service', 1, times.alone)
    const told = (['floor', 'service', 'peer'] as const).map((target) => {
      const { perSecond, p50, p99, cpuPer10k, share, shares } = { floor: floorRun, service: serviceRun, peer: peerRun }[
        target
      ]
      const broken = target === 'peer' ? `, its broker ${shares.broker.toFixed(2)}` : ''
      return `${target} ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms, ${cpuPer10k.toFixed(2)} s per 10,000 (CPU: server ${shares.server.toFixed(2)}${broken}, devices ${shares.devices.toFixed(2)}, load ${share.toFixed(2)})`
    })
    note(
      `round ${round + 1}: ${told.join('; ')}; alone p50 floor ${floorAlone.p50.toFixed(2)}, service ${serviceAlone.p50.toFixed(2)} ms`,
    )
    return { floor: floorRun, service: serviceRun, peer: peerRun, delay, floorAlone, serviceAlone }
  })

  const of = (read: (round: (typeof measured)[number]) => number) => median(measured.map(read))
  const toFloor = of((round) => round.service.perSecond / round.floor.perSecond)
  const toPeer = of((round) => round.service.perSecond / round.peer.perSecond)
  const cpu = of((round) => round.service.cpuPer10k)
  const alone = of((round) => round.serviceAlone.p50 / round.floorAlone.p50)
  const delay = of((round) => round.delay.p99)
  const what = `instant commands, ${deviceCount} devices, ${atOnce} at a time`
  const rate = of((round) => round.service.perSecond).toFixed(0)
  const rows: Row[] = [
    {
      ...{ name: `${what}: rate, against the floor's`, goal: '≥ 0.7 ×', met: toFloor >= 0.7 },
      result: `${toFloor.toFixed(2)} × (${rate}/s against ${of((round) => round.floor.perSecond).toFixed(0)}/s)`,
    },
    {
      ...{ name: `${what}: rate, against Node-RED's`, goal: '≥ 3 ×', met: toPeer >= 3 },
      result: `${toPeer.toFixed(2)} × (${rate}/s against ${of((round) => round.peer.perSecond).toFixed(0)}/s)`,
    },
    { name: `${what}: CPU of the service for 10,000`, goal: '≤ 2.0 s', result: `${cpu.toFixed(2)} s`, met: cpu <= 2 },
    { name: `${what}: event-loop delay, p99`, goal: '≤ 25 ms', result: `${delay.toFixed(1)} ms`, met: delay <= 25 },
    {
      ...{ name: 'one instant command alone: p50, against the floor’s', goal: '≤ 3 ×', met: alone <= 3 },
      result: `${alone.toFixed(2)} × (${of((round) => round.serviceAlone.p50).toFixed(2)} ms against ${of((round) => round.floorAlone.p50).toFixed(2)} ms)`,
    },
  ]
  return rows
}

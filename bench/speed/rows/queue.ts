import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram } from '../ask.ts'
import { writeFleet } from '../fleet.ts'
import type { Devices } from '../programs/devices.ts'
import type { LoadProgram } from '../programs/load.ts'
import { inRounds, type Scenario } from '../scenario.ts'
import { startService } from '../service.ts'
import { median } from '../statistics.ts'

const atOnce = { cached: 256, instant: 64 }
/** Seconds that a queued command may wait. */
const pendingTtl = 3600

/**
 * A fleet without its network: commands are queued for devices that are away, the service is killed and started again,
 * and all devices come back in the same moment.
 */
export const queue: Scenario = async ({ folder, later, note, rounds, isQuick }) => {
  const deviceCount = isQuick ? 260 : 2000
  const each = isQuick ? 10 : 50
  const fleetFile = join(folder, 'fleet.json')
  writeFleet(fleetFile, deviceCount)
  const [devices, load] = [startProgram<Devices>('devices'), startProgram<LoadProgram>('load')]
  for (const program of [devices, load]) later(() => program.stop())

  const measured = await inRounds(rounds, async (round) => {
    const home = join(folder, String(round))
    mkdirSync(home)
    const first = await startService(home, fleetFile)
    later(() => first.program.stop('SIGKILL'))
    const callOf = ({ ports, accessToken }: typeof first) => ({
      port: ports.enos,
      devices: deviceCount,
      caller: { accessToken },
    })
    const accepted = await load.ask('run', { ...callOf(first), connections: atOnce.cached, pendingTtl, each })
    await first.program.stop('SIGKILL')

    const second = await startService(home, fleetFile)
    later(() => second.program.stop('SIGKILL'))
    const storm = await devices.ask('storm', 'service', second.ports.mqtt, deviceCount, each)
    const usage = await second.program.ask('usage')
    const instant = await load.ask('run', {
      ...{ ...callOf(second), connections: atOnce.instant, milliseconds: isQuick ? 400 : 5000 },
    })
    await devices.ask('disconnect', 'service')
    await second.program.stop('SIGKILL')
    const drained = (deviceCount * each) / storm.seconds
    note(
      `round ${round + 1}: accepted ${accepted.perSecond.toFixed(0)}/s (load's CPU ${accepted.share.toFixed(2)}), answering after ${second.startTime.toFixed(2)} s, drained ${drained.toFixed(0)}/s with ${usage.cpu.toFixed(1)} s of CPU and ${usage.memory.toFixed(0)} MB, all let in after ${storm.letIn.toFixed(2)} s, Jain index from the start ${storm.fairnessFromStart.toFixed(3)}, instant ${instant.perSecond.toFixed(0)}/s`,
    )
    return { accepted, restart: second.startTime, storm, drained, instant }
  })

  const of = (read: (round: (typeof measured)[number]) => number) => median(measured.map(read))
  const accepted = of((round) => round.accepted.perSecond)
  const restart = of((round) => round.restart)
  const drained = of((round) => round.drained / round.instant.perSecond)
  const fairness = Math.min(...measured.map(({ storm }) => storm.fairness))
  const inOrder = measured.every(({ storm }) => storm.inOrder)
  const total = (deviceCount * each).toLocaleString('en')
  const what = `reconnect storm, ${deviceCount} devices × ${each} queued commands`
  return [
    {
      ...{ name: `cached commands accepted, ${atOnce.cached} at a time`, goal: '≥ 8,000/s', met: accepted >= 8000 },
      result: `${accepted.toFixed(0)}/s`,
    },
    {
      ...{
        name: `${what}: drained, against the instant rate`,
        goal: '≥ 0.7 ×, in order',
        met: drained >= 0.7 && inOrder,
      },
      result: `${drained.toFixed(2)} × (${of((round) => round.drained).toFixed(0)}/s against ${of((round) => round.instant.perSecond).toFixed(0)}/s), ${inOrder ? 'in order' : 'NOT in order'}`,
    },
    { name: `${what}: Jain index`, goal: '≥ 0.95', result: fairness.toFixed(3), met: fairness >= 0.95 },
    {
      ...{ name: `kill -9 and restart with ${total} queued: answering`, goal: '≤ 2 s', met: restart <= 2 },
      result: `${restart.toFixed(2)} s`,
    },
  ]
}

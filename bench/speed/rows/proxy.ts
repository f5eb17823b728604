import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startProgram } from '../ask.ts'
import { addressOf, orgId, point, writeFleet } from '../fleet.ts'
import type { Devices } from '../programs/devices.ts'
import type { LoadProgram } from '../programs/load.ts'
import type { Panels } from '../programs/panels.ts'
import { inRounds, type Scenario } from '../scenario.ts'
import { addPerson, type Service, signIn, startService } from '../service.ts'
import { median } from '../statistics.ts'

const deviceCount = 2000
/** 500 panels in all. */
const sessions = 20
const panelsEach = 25

/** One send by a person; resolves when it is done. */
async function send({ ports }: Service, cookie: string, key: string, device: number): Promise<void> {
  const query = { action: 'setMeasurepoint', orgId, ...addressOf(device), measurepointId: point }
  const answer = await fetch(
    `http://127.0.0.1:${ports.proxy}/connect-service/v2.1/commands?${new URLSearchParams(query)}`,
    {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
      body: '{"value":17.5}',
    },
  )
  if (!answer.ok) throw new Error(await answer.text())
  await answer.arrayBuffer()
}

/** The panel's way: a person's send through the proxy beside a program's signed call, and what open panels hear of it. */
export const proxy: Scenario = async ({ folder, later, note, rounds, isQuick }) => {
  const fleetFile = join(folder, 'fleet.json')
  writeFleet(fleetFile, deviceCount)
  addPerson(folder)
  const service = await startService(folder, fleetFile)
  later(() => service.program.stop())
  const [devices, load, panels] = [
    startProgram<Devices>('devices'),
    startProgram<LoadProgram>('load'),
    startProgram<Panels>('panels'),
  ]
  for (const program of [devices, load, panels]) later(() => program.stop())
  await devices.ask('connect', 'service', { port: service.ports.mqtt, count: deviceCount })
  const { ports, accessToken } = service
  const cookie = await signIn(ports.proxy)
  const milliseconds = isQuick ? 350 : 4000
  const alone = { connections: 1, devices: deviceCount, milliseconds }
  const direct = () => load.ask('run', { ...alone, port: ports.enos, caller: { accessToken } })
  const through = () => load.ask('run', { ...alone, port: ports.proxy, caller: { cookie } })
  await direct()
  await through()

  const measured = await inRounds(rounds, async (round) => {
    const runs = { direct: await direct(), through: await through() }
    note(
      `round ${round + 1}: direct p50 ${runs.direct.p50.toFixed(2)} p99 ${runs.direct.p99.toFixed(2)} ms, through the proxy p50 ${runs.through.p50.toFixed(2)} p99 ${runs.through.p99.toFixed(2)} ms`,
    )
    return runs
  })

  const cookies = [cookie]
  while (cookies.length < sessions) cookies.push(await signIn(ports.proxy))
  await panels.ask('listen', ports.proxy, cookies, panelsEach)
  const heard: { p50: number; p99: number; missing: number }[] = []
  for (let change = 0; change < (isQuick ? 5 : 30); change++) {
    const key = randomUUID()
    await panels.ask('expect', key)
    const since = performance.timeOrigin + performance.now()
    await send(service, cookie, key, change)
    heard.push(await panels.ask('latencies', key, since))
  }
  await panels.ask('close')
  note(
    `500 panels: p50 ${median(heard.map(({ p50 }) => p50)).toFixed(1)} ms, worst p99 of a change ${Math.max(...heard.map(({ p99 }) => p99)).toFixed(1)} ms, ${heard.reduce((sum, { missing }) => sum + missing, 0)} missing`,
  )

  const ratio = median(measured.map((round) => round.through.p50 / round.direct.p50))
  const p50 = (which: 'direct' | 'through') => median(measured.map((round) => round[which].p50)).toFixed(2)
  const p99 = median(heard.map((change) => change.p99))
  return [
    {
      ...{
        name: 'one command through the proxy: p50, against the direct signed call’s',
        goal: '≤ 1.5 ×',
        met: ratio <= 1.5,
      },
      result: `${ratio.toFixed(2)} × (${p50('through')} ms against ${p50('direct')} ms)`,
    },
    {
      ...{ name: '500 open panels: from the press to the change told, p99', goal: '≤ 200 ms', met: p99 <= 200 },
      result: `${p99.toFixed(1)} ms`,
    },
  ]
}
